/** `/check`: may I use the lane, here, with this document, on that day? The law is asked in the browser. */
import { startPage } from '../shared/ui/start-page.tsx';
import { CheckPage } from './check-page.tsx';

startPage(<CheckPage />);
