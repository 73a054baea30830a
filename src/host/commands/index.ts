/** Commands that need the house open: run here, or in the process that has it open. */
import type { House } from '../house/house.ts';
import { cross } from './cross.ts';
import { enrol } from './enrol.ts';
import { addOfficer, linkOfficer, listOfficers } from './officers.ts';
import { addTraveller, listTravellers, showTraveller, withdrawConsent } from './travellers.ts';

export type HouseCommand = (house: House, input: unknown) => Promise<unknown>;

export const HOUSE_COMMANDS: Readonly<Record<string, HouseCommand>> = {
  enrol,
  cross,
  'traveller-list': listTravellers,
  'traveller-show': showTraveller,
  'traveller-add': addTraveller,
  'consent-withdraw': withdrawConsent,
  'officer-list': listOfficers,
  'officer-add': addOfficer,
  'officer-link': linkOfficer,
};
