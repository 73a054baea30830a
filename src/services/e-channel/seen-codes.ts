/** What the gates of one control point have let through, in memory: a code outlives its window by nothing, so little is kept. */
import type { Instant } from '../../kernel/index.ts';
import type { SeenCodes } from './rotating-code.ts';

export function seenCodes(): SeenCodes {
  const until = new Map<string, Instant>();
  return {
    async use(code, end, at) {
      for (const [known, over] of until) if (over < at) until.delete(known);
      if (until.has(code)) return false;
      until.set(code, end);
      return true;
    },
  };
}
