/** Brings what an address means into sight, and the keyboard to it. */
import { useEffect } from 'react';

export const targetId = (id: string): string => `at-${id}`;

export function useTarget(id: string | undefined): void {
  useEffect(() => {
    if (id === undefined) return;
    const element = document.getElementById(targetId(id));
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  }, [id]);
}
