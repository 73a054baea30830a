/** `/port`: the port, alive. */
import { startPage } from '../shared/ui/start-page.tsx';
import { PortPage } from './port-page.tsx';

startPage(<PortPage />);
