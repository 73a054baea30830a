/** `/outbox`: what a demonstration would have sent out. */
import { startPage } from '../shared/ui/start-page.tsx';
import { OutboxPage } from './outbox-page.tsx';

startPage(<OutboxPage />);
