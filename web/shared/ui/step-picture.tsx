/** A drawn picture of the step at hand: one stroke, one action, the jade part is the one that matters. */
import type { ReactNode } from 'react';
import type { ScreenId } from '../i18n/screen-words.ts';

const face = (
  <>
    <path d="M60 34c-15 0-24 11-24 26 0 17 11 30 24 30s24-13 24-30c0-15-9-26-24-26z" />
    <path d="M51 58v2M69 58v2M60 60v9l-3 2M53 78c4 3 10 3 14 0" />
  </>
);

const corners = (
  <path
    className="key"
    d="M20 38V28a8 8 0 0 1 8-8h10M82 20h10a8 8 0 0 1 8 8v10M100 82v10a8 8 0 0 1-8 8H82M38 100H28a8 8 0 0 1-8-8V82"
  />
);

const walker = (
  <>
    <circle cx="62" cy="30" r="7" />
    <path d="M48 96l9-24V50l-13 9v14M57 50l14-6 8 17 11 4M60 70l9 8 5 18" />
  </>
);

const finger = (
  <>
    <path d="M46 92c-5-8-7-18-7-32a21 21 0 0 1 42 0c0 10 0 18-2 26" />
    <path d="M54 94c-4-8-6-20-6-34a12 12 0 0 1 24 0c0 14-1 24-4 34M60 60v30" />
  </>
);

const officer = (
  <>
    <circle cx="60" cy="46" r="15" />
    <path d="M40 42c4-18 36-18 40 0M30 98c3-17 15-26 30-26s27 9 30 26" />
    <path className="key" d="M60 80v14m-6-7h12" />
  </>
);

const PICTURES: Readonly<Record<ScreenId, ReactNode>> = {
  welcome: (
    <>
      {walker}
      <path className="key" d="M22 20v80M98 20v80" />
    </>
  ),
  'look-at-camera': [face, corners],
  adjust: [face, corners],
  identifying: (
    <>
      {face}
      <path className="key turning" d="M60 16a44 44 0 0 1 44 44" />
    </>
  ),
  'confirm-identity': face,
  'walk-in': (
    <>
      <path d="M20 20v80M100 20v80" />
      <path className="key" d="M36 60h44m-16-16 16 16-16 16" />
    </>
  ),
  'one-person-only': (
    <>
      <circle cx="44" cy="42" r="11" />
      <path d="M24 92c2-18 9-28 20-28s18 10 20 28" />
      <path className="key" d="M80 50l20 20m0-20-20 20" />
    </>
  ),
  'place-finger': [finger, <path key="down" className="key" d="M26 106h68" />],
  'finger-again': (
    <>
      {finger}
      <path className="key" d="M26 106h68M94 30a16 16 0 1 1-6-12m6-4v10H84" />
    </>
  ),
  verifying: (
    <>
      {finger}
      <path className="key turning" d="M60 16a44 44 0 0 1 44 44" />
    </>
  ),
  recording: (
    <>
      <path d="M34 22h40l14 14v62H34z" />
      <path className="key" d="M46 62l10 10 20-22" />
    </>
  ),
  'walk-out': (
    <>
      <path d="M20 20v80" />
      <path className="key" d="M36 60h60m-18-18 18 18-18 18" />
    </>
  ),
  'thank-you': (
    <>
      <circle cx="60" cy="60" r="42" />
      <path className="key" d="M40 62l14 14 28-30" />
    </>
  ),
  'officer-coming': officer,
  'step-back-out': (
    <>
      <path d="M100 20v80" />
      <path className="key" d="M84 60H24m18-18-18 18 18 18" />
    </>
  ),
  closed: (
    <>
      <circle cx="60" cy="60" r="42" />
      <path className="key" d="M40 60h40" />
    </>
  ),
};

export function StepPicture({ id }: { readonly id: ScreenId }) {
  return (
    <svg className="step-picture" viewBox="0 0 120 120" aria-hidden="true">
      {PICTURES[id]}
    </svg>
  );
}
