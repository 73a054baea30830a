/** Writes a small private file so that a power cut leaves either the old one or the whole new one. */
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const half = `${path}.${process.pid}.new`;
  const file = await open(half, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(half, path);
  await syncFolder(dirname(path));
}

/** A rename is durable once its folder is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
