/** How far a measurement is: a bar that overwrites itself on a terminal, a line for each tenth elsewhere. */

export interface ProgressOutlet {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export interface Progress {
  tell(step: string, done: number, of: number): void;
  /** Leaves a bar that stopped halfway on its own line. */
  end(): void;
}

const CELLS = 30;

export function openProgress(outlet: ProgressOutlet): Progress {
  let last = '';
  let isOpen = false;
  return {
    tell(step, done, of) {
      const line = outlet.isTTY ? barLine(step, done, of) : tenthLine(step, done, of);
      if (line === last) return;
      last = line;
      isOpen = Boolean(outlet.isTTY) && done < of;
      if (outlet.isTTY) outlet.write(`\r\x1b[2K${line}${isOpen ? '' : '\n'}`);
      else outlet.write(`${line}\n`);
    },
    end() {
      if (isOpen) outlet.write('\n');
      isOpen = false;
    },
  };
}

const share = (done: number, of: number): number => (of > 0 ? Math.min(1, done / of) : 1);

function barLine(step: string, done: number, of: number): string {
  const full = Math.floor(share(done, of) * CELLS);
  const percent = Math.floor(share(done, of) * 100);
  return `${step} ${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${percent} %`;
}

function tenthLine(step: string, done: number, of: number): string {
  return `${step}: ${Math.floor(share(done, of) * 10) * 10} % of ${of}`;
}
