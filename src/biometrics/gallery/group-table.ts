/** Names of the groups that are searched as one gallery: port, expected travellers, manifests. */
import { fieldInvalid } from '../../kernel/index.ts';

/** Groups with members at any one time. */
export const GROUPS_MAX = 1024;
/** The group of whoever is enrolled without naming one. */
export const GROUP_DEFAULT = 'port';

const NAME_LENGTH_MAX = 64;

export function checkGroup(name: string): void {
  if (name.length < 1 || name.length > NAME_LENGTH_MAX) {
    throw fieldInvalid('group', name, `a name of 1 to ${NAME_LENGTH_MAX} signs`);
  }
}

export class GroupTable {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #members: number[] = [];

  /** The number of a group, taken anew when nobody is in it; counts one member more. */
  join(name: string): number {
    checkGroup(name);
    const number = this.#numbers.get(name) ?? this.#take(name);
    this.#members[number]!++;
    return number;
  }

  leave(number: number): void {
    this.#members[number]!--;
    // A manifest is gone once its last member left: its name must not stay for ever.
    if (this.#members[number] === 0) this.#numbers.delete(this.#names[number]!);
  }

  /** Which of these names have members, by number. */
  numbersOf(names: readonly string[]): ReadonlySet<number> {
    return new Set(names.flatMap((name) => this.#numbers.get(name) ?? []));
  }

  #take(name: string): number {
    const free = this.#members.indexOf(0);
    const number = free === -1 ? this.#members.length : free;
    if (number >= GROUPS_MAX) throw fieldInvalid('group', name, `one of at most ${GROUPS_MAX} groups in use`);
    this.#numbers.set(name, number);
    this.#names[number] = name;
    this.#members[number] = 0;
    return number;
  }
}
