/** The webcam as a stream that is open only while a stage needs it, with its failures as states. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

export type Webcam =
  | { readonly state: 'asking' }
  | { readonly state: 'ready'; readonly stream: MediaStream }
  | { readonly state: 'refused' | 'missing' | 'insecure' };

interface WebcamContextValue {
  readonly webcam: Webcam;
  readonly retry: () => void;
}

const WebcamContext = createContext<WebcamContextValue>({
  webcam: { state: 'asking' },
  retry: () => undefined,
});

/** 720p is what the face engine reads best; a smaller camera is welcome too. */
const WANTED: MediaStreamConstraints = {
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'user' },
  audio: false,
};

async function openWebcam(): Promise<Webcam> {
  // Browsers hide the whole interface from pages that are neither local nor https.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return { state: 'insecure' };
  try {
    return { state: 'ready', stream: await devices.getUserMedia(WANTED) };
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    return { state: refused ? 'refused' : 'missing' };
  }
}

const stop = (webcam: Webcam) => {
  if (webcam.state !== 'ready') return;
  for (const track of webcam.stream.getTracks()) track.stop();
};

export function WebcamProvider({
  active,
  children,
}: {
  readonly active: boolean;
  readonly children: ReactNode;
}) {
  const [webcam, setWebcam] = useState<Webcam>({ state: 'asking' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks anew.
  useEffect(() => {
    if (!active) return;
    let left = false;
    let opened: Webcam = { state: 'asking' };
    setWebcam(opened);
    openWebcam()
      .then((next) => {
        opened = next;
        if (left) stop(next);
        else setWebcam(next);
      })
      .catch(() => setWebcam({ state: 'missing' }));
    return () => {
      left = true;
      stop(opened);
    };
  }, [active, attempt]);
  const value = useMemo(() => ({ webcam, retry: () => setAttempt((count) => count + 1) }), [webcam]);
  return <WebcamContext value={value}>{children}</WebcamContext>;
}

export const useWebcam = (): WebcamContextValue => useContext(WebcamContext);
