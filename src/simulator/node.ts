/** The part of the simulator that reads files. */
export { loadPeople, type People } from './people/node.ts';
