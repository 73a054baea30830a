/** The channel on which a commit tells every process whose templates it changed; the payload is the traveller's id. */
export const GALLERY_CHANNEL = 'kouan_gallery';
