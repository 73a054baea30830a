/** `/rules`: the law for whoever answers for it: what holds, since when, why, and what a change would do. */
import { startPage } from '../shared/ui/start-page.tsx';
import { RulesPage } from './rules-page.tsx';

startPage(<RulesPage />);
