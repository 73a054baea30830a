/** `/officer`: sign-in by one-time link or passkey, requests of services, and who needs an officer. */
import { startPage } from '../shared/ui/start-page.tsx';
import { OfficerPage } from './officer-page.tsx';

startPage(<OfficerPage />);
