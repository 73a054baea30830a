/** The hall that takes urgent cases: every day, today too (U-03). */
import type { Calendar } from '../engine/calendar.ts';
import { words } from '../engine/words.ts';

const OPEN = [
  ['09:00', '12:00'],
  ['14:00', '18:00'],
] as const;

export const hall: Calendar = {
  id: 'urgent-hall',
  place: words(
    '深圳市公安局出入境受理大廳 · 急事急辦窗口',
    '深圳市公安局出入境受理大厅 · 急事急办窗口',
    'Exit-entry hall, Shenzhen: urgent counter',
    'Serviço de migração de Shenzhen: balcão urgente',
  ),
  address: words(
    '深圳市羅湖區解放路 4016 號',
    '深圳市罗湖区解放路 4016 号',
    '4016 Jiefang Road, Luohu, Shenzhen',
    '4016 Jiefang Road, Luohu, Shenzhen',
  ),
  week: { 1: OPEN, 2: OPEN, 3: OPEN, 4: OPEN, 5: OPEN, 6: OPEN, 7: OPEN },
  slotMinutes: 30,
  seats: 3,
  fromDays: 0,
  toDays: 6,
};
