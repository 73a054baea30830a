/** One lane as its kiosk knows it: what it is, what its screen says now, where its gates stand. */
import { useEffect, useState } from 'react';
import type { KioskView, LaneView, ScreenView, TravellerInput } from '../../src/server/index.ts';
import { type Connection, openStream } from '../shared/api/events.ts';
import { type Answer, getJson, sendJson } from '../shared/api/request.ts';

export interface KioskFeed {
  readonly kiosk: KioskView | undefined;
  readonly lane: LaneView | undefined;
  readonly connection: Connection;
  readonly failure: Answer<KioskView> | undefined;
  readonly reload: () => void;
}

const addressOf = (lane: string) => `/v1/kiosk/${encodeURIComponent(lane)}`;

export const tellLane = (lane: string, input: TravellerInput['input']): Promise<Answer<unknown>> =>
  sendJson('POST', `${addressOf(lane)}/input`, { input });

export const framesAddress = (lane: string) => `${addressOf(lane)}/frames`;
export const receiptAddress = (lane: string) => `${addressOf(lane)}/receipt`;

function withScreen(kiosk: KioskView | undefined, data: string): KioskView | undefined {
  const screen: ScreenView = JSON.parse(data);
  return kiosk && { ...kiosk, screen };
}

export function useKioskFeed(id: string): KioskFeed {
  const [kiosk, setKiosk] = useState<KioskView>();
  const [lane, setLane] = useState<LaneView>();
  const [connection, setConnection] = useState<Connection>('connecting');
  const [failure, setFailure] = useState<Answer<KioskView>>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt begins everything anew.
  useEffect(() => {
    const load = async () => {
      const answer = await getJson<KioskView>(addressOf(id));
      if (answer.outcome === 'ok') setKiosk(answer.value);
      setFailure(answer.outcome === 'ok' ? undefined : answer);
    };
    const takeLane = (data: string) => {
      const next: LaneView = JSON.parse(data);
      setLane(next);
    };
    return openStream(`${addressOf(id)}/events`, {
      connection: (state) => {
        setConnection(state);
        if (state !== 'lost') load().catch(() => undefined);
      },
      events: { screen: (data) => setKiosk((before) => withScreen(before, data)), lane: takeLane },
    });
  }, [id, attempt]);
  return { kiosk, lane, connection, failure, reload: () => setAttempt((count) => count + 1) };
}
