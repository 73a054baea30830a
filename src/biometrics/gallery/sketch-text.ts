/**
 * The text of the sketch scan, the second function of the scan module: for each row an upper bound of the
 * probe's dot product with the row's signs, from a table of 16 sums for every 4 dimensions.
 *
 * Rows stand in blocks of 16, one byte of signs of each row in turn, so that one swizzle looks up 16 rows.
 * Table entries are at most 127: two of them add up in a byte, and only then are bytes widened. Four blocks, a
 * stride apart, share every table that is loaded; four streams are read faster than one.
 */

const get = (name: string) => `(local.get $${name})`;
const set = (name: string, value: string) => `(local.set $${name} ${value})`;
const add = (a: string, b: string) => `(i32.add ${a} ${b})`;
const constant = (value: number) => `(i32.const ${value})`;

const BLOCKS = [0, 1, 2, 3] as const;
export const SKETCH_BLOCK_ROWS = 16;
export const SKETCH_ROWS_AT_ONCE = BLOCKS.length * SKETCH_BLOCK_ROWS;
const LANES = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const LOW_BYTES = '(v128.const i16x8 255 255 255 255 255 255 255 255)';

/** Adds the 8 dimensions of one byte: `all` gathers both bytes of each 16-bit lane, `odd` the upper one. */
function addByte(block: number, lookUp: string): string {
  const low = `(i8x16.${lookUp} ${get('tableLow')} (v128.and ${get('signs')} ${get('nibbles')}))`;
  const high = `(i8x16.${lookUp} ${get('tableHigh')} (v128.and (i16x8.shr_u ${get('signs')} ${constant(4)}) ${get('nibbles')}))`;
  return `${set('signs', `(v128.load ${get(`b${block}`)})`)}
      ${set('sum', `(i8x16.add ${low} ${high})`)}
      ${set(`all${block}`, `(i16x8.add ${get(`all${block}`)} ${get('sum')})`)}
      ${set(`odd${block}`, `(i16x8.add ${get(`odd${block}`)} (i16x8.shr_u ${get('sum')} ${constant(8)}))`)}
      ${set(`b${block}`, add(get(`b${block}`), constant(16)))}`;
}

/** The least sums of the 16 rows of a block, after each row's class: `low` and `high` are their bytes. */
function limits(block: number): string {
  return `${set('signs', `(v128.load ${add(get('classes'), get(`n${block}`))})`)}
    ${set('tableLow', `(i8x16.swizzle (v128.load ${get('limits')}) ${get('signs')})`)}
    ${set('tableHigh', `(i8x16.swizzle (v128.load offset=16 ${get('limits')}) ${get('signs')})`)}`;
}

/** Bits of the even and of the odd rows of a block whose sum reaches its limit. */
function masks(block: number): string {
  const even = `(i16x8.sub ${get(`all${block}`)} (i16x8.shl ${get(`odd${block}`)} ${constant(8)}))`;
  const evenLimit = `(v128.or (v128.and ${get('tableLow')} ${LOW_BYTES}) (i16x8.shl ${get('tableHigh')} ${constant(8)}))`;
  const oddLimit = `(v128.or (i16x8.shr_u ${get('tableLow')} ${constant(8)}) (v128.andnot ${get('tableHigh')} ${LOW_BYTES}))`;
  return `${set('evenMask', `(i16x8.bitmask (i16x8.ge_u ${even} ${evenLimit}))`)}
    ${set('oddMask', `(i16x8.bitmask (i16x8.ge_u ${get(`odd${block}`)} ${oddLimit}))`)}`;
}

function keep(mask: string, lane: number, block: number, row: number): string {
  return `(i32.store offset=16 ${add(get('hits'), `(i32.shl ${get('count')} ${constant(2)})`)} ${add(get(`n${block}`), constant(row))})
      ${set('count', add(get('count'), `(i32.and (i32.shr_u ${get(mask)} ${constant(lane)}) ${constant(1)})`))}`;
}

function keepBlock(block: number): string {
  const rows = LANES.map(
    (lane) => `${keep('evenMask', lane, block, lane * 2)} ${keep('oddMask', lane, block, lane * 2 + 1)}`,
  );
  return `${limits(block)} ${masks(block)}
    (if (i32.or ${get('evenMask')} ${get('oddMask')}) (then ${rows.join('\n      ')}))`;
}

function startBlock(block: number): string {
  return `${set(`n${block}`, block === 0 ? get('row') : add(get(`n${block - 1}`), get('stride')))}
    ${set(`b${block}`, add(get('signsAt'), `(i32.mul ${get(`n${block}`)} ${get('bytesPerRow')})`))}
    ${set(`all${block}`, '(v128.const i32x4 0 0 0 0)')} ${set(`odd${block}`, '(v128.const i32x4 0 0 0 0)')}`;
}

/**
 * `sketch(signs, classes, row, rowEnd, stride, bytesPerRow, tables, limits, hits, hitsMax) -> next row`: of the rows
 * `row` to `rowEnd` and those 1 to 3 strides after each, lists the ones whose sum reaches the limit of their class,
 * as `scan` does. `row` and `stride` are multiples of 16.
 */
export function sketchFunction(lookUp: string): string {
  return `(func (export "sketch") (param $signsAt i32) (param $classes i32) (param $row i32) (param $rowEnd i32) (param $stride i32)
    (param $bytesPerRow i32) (param $tables i32) (param $limits i32) (param $hits i32) (param $hitsMax i32) (result i32)
    ${BLOCKS.map((block) => `(local $n${block} i32) (local $b${block} i32) (local $all${block} v128) (local $odd${block} v128)`).join(' ')}
    (local $t i32) (local $tEnd i32) (local $count i32) (local $evenMask i32) (local $oddMask i32)
    (local $signs v128) (local $sum v128) (local $tableLow v128) (local $tableHigh v128) (local $nibbles v128)
    ${set('nibbles', `(i8x16.splat ${constant(15)})`)}
    ${set('tEnd', add(get('tables'), `(i32.shl ${get('bytesPerRow')} ${constant(5)})`))}
    (block $done (loop $rows
      (br_if $done (i32.ge_u ${get('row')} ${get('rowEnd')}))
      (br_if $done (i32.gt_u ${add(get('count'), constant(SKETCH_ROWS_AT_ONCE))} ${get('hitsMax')}))
      ${BLOCKS.map(startBlock).join(' ')}
      ${set('t', get('tables'))}
      (loop $dimensions
      ${set('tableLow', `(v128.load ${get('t')})`)} ${set('tableHigh', `(v128.load offset=16 ${get('t')})`)}
      ${BLOCKS.map((block) => addByte(block, lookUp)).join('\n      ')}
      (br_if $dimensions (i32.ne (local.tee $t ${add(get('t'), constant(32))}) ${get('tEnd')})))
      ${BLOCKS.map(keepBlock).join('\n      ')}
      ${set('row', add(get('row'), constant(SKETCH_BLOCK_ROWS)))}
      (br $rows)))
    (i32.store ${get('hits')} ${get('count')})
    ${get('row')})`;
}
