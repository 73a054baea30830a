/** Icons of one stroke, 2 px at 24; always beside words, so they are hidden from readers of screens. */
const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M19 12H5m6-6-6 6 6 6',
  forward: 'M5 12h14m-6-6 6 6-6 6',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.4 9.3a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.3 1-1.3 1.9M12 16.8v.2',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.9-3.6 3.8-5.5 7.5-5.5s6.6 1.9 7.5 5.5',
  officer:
    'M12 12a3.8 3.8 0 1 0 0-7.6A3.8 3.8 0 0 0 12 12zM6.5 6.5C8 3.5 16 3.5 17.5 6.5M4.5 20.5c.9-3.6 3.8-5.5 7.5-5.5s6.6 1.9 7.5 5.5M12 16.5v2.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  pause: 'M9 6v12M15 6v12',
  stop: 'M6 12h12',
  warn: 'M12 4 2.8 20h18.4L12 4zM12 10v4.5M12 17.2v.2',
  unplugged:
    'M4 4l16 16M9.5 5.2A10 10 0 0 1 21 9M3 9a10 10 0 0 1 3.6-2.2M6.3 12.7a8 8 0 0 1 3.2-1.9M13.8 11a8 8 0 0 1 3.9 1.7M12 19h.1',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4V8zM12 16.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6z',
  finger:
    'M8 20c-1-2-1.5-4.5-1.5-8a5.5 5.5 0 0 1 11 0c0 2 0 3.5-.3 5M10 19.5c-.7-2-1-4.5-1-7.5a3 3 0 0 1 6 0c0 3 0 5-.8 8M12 12v4.5',
  walk: 'M13 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM7 21l3-6.5V10L7 12v3M10 10l3.5-2 2 3.5 3 1M13.5 13.5l.5 3 2.5 4.5',
  key: 'M8 16a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12.5 11.5H21v3M17.5 11.5V14',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.5 2.6 3.7 5.6 3.7 9s-1.2 6.4-3.7 9c-2.5-2.6-3.7-5.6-3.7-9S9.5 5.6 12 3z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
