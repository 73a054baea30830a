/** The collection points that are known (C-14), with their hours. A point that the law adds needs its hours here before it can be booked. */
import type { Calendar } from '../engine/calendar.ts';
import { words } from '../engine/words.ts';

const WORKDAY = [
  ['09:00', '12:00'],
  ['14:00', '17:30'],
] as const;
const WEEK = { 1: WORKDAY, 2: WORKDAY, 3: WORKDAY, 4: WORKDAY, 5: WORKDAY, 6: WORKDAY, 7: WORKDAY };
const POINT = { week: WEEK, slotMinutes: 15, seats: 4, fromDays: 0, toDays: 13 } as const;

export const pointCalendars: Readonly<Record<string, Calendar>> = {
  szb: {
    ...POINT,
    id: 'collection-szb',
    place: words(
      '深圳灣口岸邊檢快捷通關信息採集點',
      '深圳湾口岸边检快捷通关信息采集点',
      'Collection point, Shenzhen Bay Port',
      'Ponto de recolha, posto de Shenzhen Bay',
    ),
    address: words(
      '深圳市南山區東濱路深圳灣口岸旅檢大樓',
      '深圳市南山区东滨路深圳湾口岸旅检大楼',
      'Passenger hall, Shenzhen Bay Port, Dongbin Road, Nanshan, Shenzhen',
      'Terminal de passageiros, Shenzhen Bay, Dongbin Road, Nanshan, Shenzhen',
    ),
  },
  gongbei: {
    ...POINT,
    id: 'collection-gongbei',
    place: words(
      '拱北口岸邊檢快捷通關信息採集點',
      '拱北口岸边检快捷通关信息采集点',
      'Collection point, Gongbei Port',
      'Ponto de recolha, posto de Gongbei',
    ),
    address: words(
      '珠海市香洲區拱北口岸聯檢大樓',
      '珠海市香洲区拱北口岸联检大楼',
      'Joint inspection building, Gongbei Port, Xiangzhou, Zhuhai',
      'Edifício de inspeção conjunta, Gongbei, Xiangzhou, Zhuhai',
    ),
  },
};
