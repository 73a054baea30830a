/** `/kiosk/<lane>`: the collection point and the lane, for a traveller standing before it. */
import { startPage } from '../shared/ui/start-page.tsx';
import { KioskPage } from './kiosk-page.tsx';

startPage(<KioskPage />);
