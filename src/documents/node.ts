/** What only the server reads of documents: its tables are too heavy for a page. */
export { readMrz } from './mrz.ts';
