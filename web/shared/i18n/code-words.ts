/** Texts around a code that changes, and of the officer who follows a request. */
import { words } from './words.ts';

export const codeWords = {
  code: words(
    'e-道二維碼，每三十秒更新',
    'e-道二维码，每三十秒更新',
    'Code for the e-Channel; it changes every thirty seconds',
    'Código para o e-Channel; muda a cada trinta segundos',
  ),
  live: words(
    '請在閘口打開此頁：截圖或列印無效。',
    '请在闸口打开此页：截图或打印无效。',
    'Open this page at the gate: a screenshot or a print does not work.',
    'Abra esta página na cancela: uma captura de ecrã ou impressão não serve.',
  ),
  phoneDead: words(
    '手機沒電或沒有網絡？用身份證經插卡 e-道或櫃枱過關。',
    '手机没电或没有网络？用身份证经插卡 e-道或柜台过关。',
    'Phone dead, or no network? Use your identity card at a gate for cards, or the counter.',
    'Telemóvel sem bateria ou sem rede? Use o bilhete de identidade numa cancela de cartão, ou o balcão.',
  ),
  owner: words(
    '跟進人員：{id}。查詢請致電 12367，並告知申請編號。',
    '跟进人员：{id}。查询请致电 12367，并告知申请编号。',
    'Your officer: {id}. To reach them call 12367 with the reference.',
    'O seu agente: {id}. Para o contactar ligue 12367 com a referência.',
  ),
  ownerSoon: words(
    '正在安排專人跟進。查詢請致電 12367，並告知申請編號。',
    '正在安排专人跟进。查询请致电 12367，并告知申请编号。',
    'An officer is being assigned. For questions call 12367 with the reference.',
    'Está a ser designado um agente. Para perguntas ligue 12367 com a referência.',
  ),
} as const;
