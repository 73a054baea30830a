import type { Device } from '../device.ts';

export type GateName = 'entry' | 'exit';
/** What the position sensor says. `jammed`: neither closed nor open, and not moving. */
export type GatePosition = 'closed' | 'opening' | 'open' | 'closing' | 'jammed';
export type GateAction = 'open' | 'close';

export type GateEvent =
  | { readonly kind: 'position-changed'; readonly position: GatePosition }
  /** The leaf left its closed position without a command: an alarm. */
  | { readonly kind: 'forced-open' };

/** `refused`: the controller's interlock forbids it, because the other gate is not closed. */
export type GateReply = 'accepted' | 'refused';

export interface Gate extends Device<GateEvent> {
  readonly name: GateName;
  position(): GatePosition;
  /** Resolves when the controller has answered, not when the leaf has arrived. Rejects with `DEVICE_FAULT`. */
  command(action: GateAction): Promise<GateReply>;
}
