/** The search of help over the services that are offered and the law in force; built once, for neither changes while the house is open. */
import type { HelpSource } from '../../server/index.ts';
import { buildHelpIndex, helpEntries, SERVICES } from '../../services/index.ts';
import type { House } from '../house/house.ts';

export const openHelp = ({ law }: Pick<House, 'law'>): HelpSource =>
  buildHelpIndex(helpEntries(SERVICES, law));
