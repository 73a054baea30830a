/** Calls to the server. A failure is a value: the problem that the server told, or that it could not be reached. */
import type { Problem } from '../../../src/server/index.ts';

export type Answer<T> =
  | { readonly outcome: 'ok'; readonly value: T }
  | { readonly outcome: 'failed'; readonly problem: Problem }
  | { readonly outcome: 'unreachable' };

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

// A proxy may answer with a page of its own; it then becomes a problem without a field.
function strangeProblem(status: number): Problem {
  return {
    type: 'about:blank',
    title: `HTTP ${status}`,
    status,
    code: 'UNEXPECTED_ANSWER',
    detail: '',
    trace: '–',
    nothingLost: true,
    help: '12367',
  };
}

async function failure(response: Response): Promise<Answer<never>> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const problem: Problem = isProblem ? await response.json() : strangeProblem(response.status);
  return { outcome: 'failed', problem };
}

async function call<T>(method: Method, path: string, rest: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { method, credentials: 'same-origin', ...rest });
    if (!response.ok) return await failure(response);
    const text = await response.text();
    const value: T = text ? JSON.parse(text) : undefined;
    return { outcome: 'ok', value };
  } catch {
    return { outcome: 'unreachable' };
  }
}

export const getJson = <T>(path: string, signal?: AbortSignal): Promise<Answer<T>> =>
  call('GET', path, signal ? { signal } : {});

export const sendJson = <T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer<T>> =>
  call(
    method,
    path,
    body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
  );

/** A file as it is; the server tells its kind from its content. */
export const sendFile = <T>(path: string, file: Blob): Promise<Answer<T>> =>
  call('POST', path, { headers: { 'content-type': 'application/octet-stream' }, body: file });

export const sendPicture = <T>(path: string, jpeg: Blob): Promise<Answer<T>> =>
  call('POST', path, { headers: { 'content-type': 'image/jpeg' }, body: jpeg });
