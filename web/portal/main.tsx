/** `/`: the portal, at the traveller's hand. */
import { startPage } from '../shared/ui/start-page.tsx';
import { PortalPage } from './portal-page.tsx';

startPage(<PortalPage />);
