/** What a condition is compiled against: the facts of a question and the law of one era. */

import { RoomError } from '../../kernel/index.ts';
import type { Json, Table, TableRow, Tree } from '../bundle.ts';
import type { FactTable, Field } from '../facts/fields.ts';
import type { Frame } from '../facts/frame.ts';
import type { ValueType } from '../facts/kinds.ts';

/** 1 holds, 0 fails, -1 a fact is missing, -2 the data to judge by are not verified. */
export type Truth = number;
export const HOLDS = 1;
export const FAILS = 0;
export const MISSING = -1;
export const DOUBTED = -2;

export type Test = (facts: Frame, item: Frame) => Truth;

/** The two tests that no fact changes; known by identity, so that what they decide is decided when the law is compiled. */
export const ALWAYS: Test = () => HOLDS;
export const NEVER: Test = () => FAILS;

/** The value, or undefined when a fact that it needs is missing. */
export type Read = (facts: Frame, item: Frame) => unknown;

export type ExpressionType = ValueType | 'mixed';

export interface Expression {
  readonly read: Read;
  readonly type: ExpressionType;
  /** Present when the value is a fact outside lists: its slot, so that comparisons read it without a call. */
  readonly slot?: number;
  /** Present when the value is a fact of a list's item: its slot there. */
  readonly itemSlot?: number;
  /** Present when the value is a fact whose texts are numbered when they are read. */
  readonly coded?: Field;
  /** Present when the value is an age by whole days: the slot of the birth date. */
  readonly ageSlot?: number;
  /** Present when the value does not depend on facts. */
  readonly constant?: unknown;
}

export interface InForce {
  readonly value: Json;
  readonly since: string;
  readonly reference: string;
}

/** A data table as it stands in one era: rows by key, verified or not. */
export interface TableInEra {
  readonly id: string;
  readonly table: Table;
  /** Nested by key part; leaves are rows in force. */
  readonly rows: ReadonlyMap<string, TableRow>;
  /** Every row whatever its days: for what does not change, such as where a port leads. */
  readonly always: ReadonlyMap<string, TableRow>;
}

export interface Scope {
  readonly facts: FactTable;
  /** Any day of the era, as a number. */
  readonly day: number;
  parameter(id: string): InForce | undefined;
  hasParameter(id: string): boolean;
  table(id: string): TableInEra;
  /** The two compilers, handed down so that the operator files need not import each other in a ring. */
  readonly compile: {
    value(tree: Tree, scope: Scope): Expression;
    test(tree: Tree, scope: Scope): Test;
  };
  /** Notes what a clause reads: for traces, missing facts and the check of the rules. */
  readonly reads: Reads;
}

export interface Reads {
  readonly facts: Set<string>;
  readonly parameters: Set<string>;
  /** Parameters of which it only asks whether they have begun. */
  readonly started: Set<string>;
  readonly lookups: { readonly table: TableInEra; readonly key: readonly Expression[] }[];
}

export const noReads = (): Reads => ({
  facts: new Set(),
  parameters: new Set(),
  started: new Set(),
  lookups: [],
});

/** A fault of a tree, with the place inside it; the loader turns it into file and line. */
export function treeFault(message: string): RoomError {
  return new RoomError('RULES_INVALID', message, { fault: 'condition' });
}

export const rowKey = (parts: readonly string[]): string => parts.join('\u0000');

export const isOperator = (tree: Tree): tree is { readonly [operator: string]: Json } =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);

export const operandsOf = (tree: Tree, count: number, operator: string): readonly Tree[] => {
  if (Array.isArray(tree) && tree.length === count) return tree;
  throw treeFault(`"${operator}" takes a list of ${count}.`);
};
