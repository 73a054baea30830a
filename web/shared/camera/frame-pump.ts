/** Takes pictures from the video and sends them, three or four a second, one after the other. */
import { type RefObject, useRef } from 'react';
import { elapsedMs, pause, useRepeated } from '../api/ticks.ts';

const FRAME_EVERY_MS = 270;
const JPEG_QUALITY = 0.85;
const LONG_SIDE_MAX = 1280;

/** The size at which a picture is sent: the camera's own, but never more than the engine can use. */
export function sentSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LONG_SIDE_MAX / Math.max(width, height, 1));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function takePicture(video: HTMLVideoElement, canvas: HTMLCanvasElement): Promise<Blob | null> {
  const { width, height } = sentSize(video.videoWidth, video.videoHeight);
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(video, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
}

/** @param send resolves when the picture is answered; the next one is not taken before */
export function useFramePump(
  video: RefObject<HTMLVideoElement | null>,
  active: boolean,
  send: (picture: Blob) => Promise<void>,
): void {
  const canvas = useRef<HTMLCanvasElement>(undefined);
  const pumpOnce = async () => {
    const started = elapsedMs();
    const source = video.current;
    if (!source || source.videoWidth === 0) return;
    canvas.current ??= document.createElement('canvas');
    const picture = await takePicture(source, canvas.current);
    if (picture) await send(picture);
    await pause(Math.max(0, FRAME_EVERY_MS - (elapsedMs() - started)));
  };
  useRepeated(pumpOnce, 20, active);
}
