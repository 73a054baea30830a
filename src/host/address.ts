/** The address of the pages: tried before anything is opened, so that a taken port is told at once. */
import { createServer } from 'node:net';
import { RoomError } from '../kernel/index.ts';
import type { Settings } from './settings.ts';

type Address = Pick<Settings, 'host' | 'port'>;

/** Throws PORT_TAKEN or CONFIG_INVALID. */
export async function assertAddressFree(address: Address): Promise<void> {
  await explainAddress(
    address,
    () =>
      new Promise<void>((resolve, reject) => {
        const probe = createServer();
        probe.once('error', reject);
        probe.listen(address.port, address.host, () => probe.close(() => resolve()));
      }),
  );
}

/** Runs what takes the address; turns the system's words into a sentence. */
export async function explainAddress<T>({ host, port }: Address, take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException, host, port);
  }
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    const other = port < 65_535 ? port + 1 : port - 1;
    return new RoomError(
      'PORT_TAKEN',
      `Port ${port} on ${host} is taken by another program. Set PORT to a free one, for example PORT=${other}. Nothing was started or changed.`,
      { field: 'PORT', value: port },
      error,
    );
  }
  const field = error.code === 'EACCES' ? 'PORT' : 'HOST';
  return new RoomError(
    'CONFIG_INVALID',
    `The address ${host}:${port} cannot be used here (${error.code}). Set ${field} to another. Nothing was started or changed.`,
    { field },
    error,
  );
}
