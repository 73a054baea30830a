/**
 * County-level exit-entry offices with their hours. N-01 lets every one of them in the mainland take the application; here stand those
 * that publish an hour list to the portal, and an authority adds its own.
 */
import type { Texts } from '../../kernel/index.ts';
import type { Calendar } from '../engine/calendar.ts';
import { words } from '../engine/words.ts';

const MORNING_AND_AFTERNOON = [
  ['09:00', '12:00'],
  ['14:00', '17:00'],
] as const;

/** Monday to Friday; from tomorrow, for a month. */
const office = (id: string, place: Texts, address: Texts): Calendar => ({
  id: `taiwan-family-${id}`,
  place,
  address,
  week: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, MORNING_AND_AFTERNOON])),
  slotMinutes: 20,
  seats: 2,
  fromDays: 1,
  toDays: 30,
});

export const OFFICES: readonly Calendar[] = [
  office(
    'siming',
    words(
      '廈門市思明區出入境窗口',
      '厦门市思明区出入境窗口',
      'Siming office, Xiamen',
      'Serviço de Siming, Xiamen',
    ),
    words(
      '福建省廈門市思明區',
      '福建省厦门市思明区',
      'Siming District, Xiamen, Fujian',
      'Distrito de Siming, Xiamen, Fujian',
    ),
  ),
  office(
    'gulou',
    words(
      '福州市鼓樓區出入境窗口',
      '福州市鼓楼区出入境窗口',
      'Gulou office, Fuzhou',
      'Serviço de Gulou, Fuzhou',
    ),
    words(
      '福建省福州市鼓樓區',
      '福建省福州市鼓楼区',
      'Gulou District, Fuzhou, Fujian',
      'Distrito de Gulou, Fuzhou, Fujian',
    ),
  ),
  office(
    'dongcheng',
    words(
      '北京市東城區出入境窗口',
      '北京市东城区出入境窗口',
      'Dongcheng office, Beijing',
      'Serviço de Dongcheng, Pequim',
    ),
    words('北京市東城區', '北京市东城区', 'Dongcheng District, Beijing', 'Distrito de Dongcheng, Pequim'),
  ),
  office(
    'pudong',
    words(
      '上海市浦東新區出入境窗口',
      '上海市浦东新区出入境窗口',
      'Pudong office, Shanghai',
      'Serviço de Pudong, Xangai',
    ),
    words('上海市浦東新區', '上海市浦东新区', 'Pudong New Area, Shanghai', 'Nova Área de Pudong, Xangai'),
  ),
  office(
    'kunshan',
    words('崑山市出入境窗口', '昆山市出入境窗口', 'Kunshan office', 'Serviço de Kunshan'),
    words('江蘇省崑山市', '江苏省昆山市', 'Kunshan, Jiangsu', 'Kunshan, Jiangsu'),
  ),
  office(
    'tianhe',
    words(
      '廣州市天河區出入境窗口',
      '广州市天河区出入境窗口',
      'Tianhe office, Guangzhou',
      'Serviço de Tianhe, Cantão',
    ),
    words(
      '廣東省廣州市天河區',
      '广东省广州市天河区',
      'Tianhe District, Guangzhou, Guangdong',
      'Distrito de Tianhe, Cantão, Guangdong',
    ),
  ),
  office(
    'chengguan',
    words(
      '蘭州市城關區出入境窗口',
      '兰州市城关区出入境窗口',
      'Chengguan office, Lanzhou',
      'Serviço de Chengguan, Lanzhou',
    ),
    words(
      '甘肅省蘭州市城關區',
      '甘肃省兰州市城关区',
      'Chengguan District, Lanzhou, Gansu',
      'Distrito de Chengguan, Lanzhou, Gansu',
    ),
  ),
];
