/** `/verify`: is what I am shown genuine, in its time, and good for this? Answered on this device. */
import { startPage } from '../shared/ui/start-page.tsx';
import { VerifyPage } from './verify-page.tsx';

startPage(<VerifyPage />);
