/** Addresses of the portal: each page has one, the back button works, and a link opens in a new tab as links do. */
import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
addEventListener('popstate', tell);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The parts of the path: `/cases/K-1/check` is `['cases', 'K-1', 'check']`. */
export const usePath = (): readonly string[] => {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  return path.split('/').filter(Boolean).map(decodeURIComponent);
};

export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', to);
  else history.replaceState(null, '', to);
  tell();
  scrollTo({ top: 0 });
}

/** Where to go on after signing in or proving who one is; a path of this portal, nothing else. */
export function afterwards(): string {
  const then = new URLSearchParams(location.search).get('then') ?? '/';
  return /^\/(?![/\\])/.test(then) ? then : '/';
}

export const via = (page: string, then: string): string => `${page}?then=${encodeURIComponent(then)}`;

export function Link(props: {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(props.to);
  };
  return (
    <a href={props.to} className={props.className} onClick={follow}>
      {props.children}
    </a>
  );
}
