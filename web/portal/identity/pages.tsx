/** The pages on which one shows who one is. */

export { MobilePage } from './mobile-page.tsx';
export { RealNamePage } from './real-name-page.tsx';
export { RealPersonPage } from './real-person-page.tsx';
