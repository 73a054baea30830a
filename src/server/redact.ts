/** What of a lane everybody may see. Even a masked name is a real person's, unless the people are synthetic. */
import type { ServerOptions, Viewer } from './sources.ts';
import type { LaneView, PortView, ScreenView } from './wire/port.ts';

export function redactFor({ demo }: Pick<ServerOptions, 'demo'>, viewer: Viewer) {
  const screen = (shown: ScreenView, synthetic: boolean): ScreenView => {
    if (viewer.officer || synthetic) return shown;
    const { identity: _, ...rest } = shown;
    return rest;
  };
  const lane = (view: LaneView): LaneView => ({
    ...view,
    screen: screen(view.screen, demo && view.kind === 'simulated'),
  });
  const port = (view: PortView): PortView => ({ ...view, lanes: view.lanes.map(lane) });
  return { screen, lane, port };
}
