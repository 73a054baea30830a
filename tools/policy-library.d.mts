/** The code of the module behind `kouan/policy`, carrying the packed law. */
export function policyLibrary(packed: string): Promise<string>;
/** The law under `rules/`, checked and packed by the built room. */
export function packedLaw(): Promise<string>;
