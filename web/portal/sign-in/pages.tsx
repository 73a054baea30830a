/** The pages of the account: signing in, and what belongs to it. */
export { AccountPage } from './account-page.tsx';
export { SignInPage } from './sign-in-page.tsx';
