/** What a lane's screen says: one action a screen, a verb and one sentence that gives the reason of a wait. */
import { type Words, words } from './words.ts';

export interface ScreenText {
  readonly verb: Words;
  readonly hint: Words;
}

export const screenWords = {
  welcome: {
    verb: words('請走近鏡頭', '请走近镜头', 'Walk up to the camera', 'Aproxime-se da câmara'),
    hint: words(
      '無須出示證件，但請隨身攜帶',
      '无须出示证件，但请随身携带',
      'No papers to show; please still carry them',
      'Sem mostrar documentos; traga-os consigo',
    ),
  },
  'look-at-camera': {
    verb: words('請望鏡頭', '请看镜头', 'Look at the camera', 'Olhe para a câmara'),
    hint: words(
      '平視即可，一兩秒便好',
      '平视即可，一两秒就好',
      'Eyes level; a second or two',
      'Olhar de frente; um ou dois segundos',
    ),
  },
  adjust: {
    verb: words('差一點點', '差一点点', 'Almost there', 'Quase'),
    hint: words(
      '不計次數，慢慢來',
      '不计次数，慢慢来',
      'This does not count as a try',
      'Isto não conta como tentativa',
    ),
  },
  identifying: {
    verb: words('正在識別', '正在识别', 'Finding you', 'A identificar'),
    hint: words(
      '正與已登記的人比對',
      '正与已登记的人比对',
      'Comparing with those enrolled here',
      'A comparar com os registados',
    ),
  },
  'confirm-identity': {
    verb: words('這是你嗎？', '这是您吗？', 'Is this you?', 'É o próprio?'),
    hint: words(
      '只顯示部分資料，保護私隱',
      '只显示部分资料，保护隐私',
      'Partly hidden, for your privacy',
      'Dados parciais, por privacidade',
    ),
  },
  'walk-in': {
    verb: words('請進', '请进', 'Please step in', 'Entre, por favor'),
    hint: words(
      '一個人，連同行李',
      '一个人，连同行李',
      'One person, with luggage',
      'Uma pessoa, com bagagem',
    ),
  },
  'one-person-only': {
    verb: words('每次一人', '每次一人', 'One person at a time', 'Uma pessoa de cada vez'),
    hint: words(
      '請另一位退到黃線後',
      '请另一位退到黄线后',
      'The other person please steps back',
      'A outra pessoa recua, por favor',
    ),
  },
  'place-finger': {
    verb: words('請按指紋', '请按指纹', 'Place your finger', 'Coloque o dedo'),
    hint: words(
      '登記過的手指，放平',
      '登记过的手指，放平',
      'The finger you enrolled, laid flat',
      'O dedo registado, bem pousado',
    ),
  },
  'finger-again': {
    verb: words('請再按一次', '请再按一次', 'Once more, please', 'Mais uma vez'),
    hint: words(
      '提起手指，再放平',
      '抬起手指，再放平',
      'Lift the finger, then lay it flat',
      'Levante o dedo e pouse-o de novo',
    ),
  },
  verifying: {
    verb: words('正在核實', '正在核实', 'Making sure', 'A verificar'),
    hint: words(
      '核對面相與指紋',
      '核对面相与指纹',
      'Face and finger against your enrolment',
      'Rosto e dedo com o seu registo',
    ),
  },
  recording: {
    verb: words('正在記錄', '正在记录', 'Recording', 'A registar'),
    hint: words(
      '寫好記錄，閘門即開',
      '写好记录，闸门即开',
      'The gate opens once it is written down',
      'A porta abre após o registo',
    ),
  },
  'walk-out': {
    verb: words('請通過', '请通过', 'Please walk on', 'Pode avançar'),
    hint: words('一路順風', '一路顺风', 'Have a good journey', 'Boa viagem'),
  },
  'thank-you': {
    verb: words('謝謝', '谢谢', 'Thank you', 'Obrigado'),
    hint: words('如需要，可取收據', '如需要，可取收据', 'A receipt, if you like', 'Um recibo, se desejar'),
  },
  'officer-coming': {
    verb: words('人員正前來', '人员正前来', 'An officer is coming', 'Um agente vem a caminho'),
    hint: words(
      '這並非拒絕，請稍候',
      '这并非拒绝，请稍候',
      'This is no refusal; please wait',
      'Não é uma recusa; aguarde',
    ),
  },
  'step-back-out': {
    verb: words('請退回入口', '请退回入口', 'Please step back out', 'Volte para trás'),
    hint: words('入口閘門已開', '入口闸门已开', 'The gate behind you is open', 'A porta atrás está aberta'),
  },
  closed: {
    verb: words('此通道暫停', '此通道暂停', 'This lane is closed', 'Canal fechado'),
    hint: words('請用旁邊的通道', '请用旁边的通道', 'Please use the next lane', 'Use o canal ao lado'),
  },
} satisfies Readonly<Record<string, ScreenText>>;

export type ScreenId = keyof typeof screenWords;

export const isScreen = (id: string): id is ScreenId => Object.hasOwn(screenWords, id);

export const screenExtras = {
  layFinger: words('請按{finger}', '请按{finger}', 'Place your {finger}', 'Coloque o {finger}'),
  layFingerAgain: words(
    '{finger}請再按一次',
    '{finger}请再按一次',
    'Your {finger} once more, please',
    'Mais uma vez o {finger}',
  ),
  layFingerFlat: words(
    '放平，稍等便好',
    '放平，稍等就好',
    'Lay it flat and hold still',
    'Pouse-o bem e aguarde',
  ),
  triesLeft: words('還可試 {n} 次', '还可试 {n} 次', 'Tries left: {n}', 'Tentativas restantes: {n}'),
  secondsLeft: words('還有 {n} 秒', '还有 {n} 秒', '{n} s left', 'Restam {n} s'),
  otherWays: words(
    '其他方式，同樣方便',
    '其他方式，同样方便',
    'Other ways, just as good',
    'Outras formas, igualmente boas',
  ),
  documentTail: words(
    '證件尾號 {tail}',
    '证件尾号 {tail}',
    'Document ending {tail}',
    'Documento terminado em {tail}',
  ),
  green: words('綠色箭嘴：可以行', '绿色箭头：可以走', 'Green arrow: go', 'Seta verde: avance'),
  amber: words('黃色：請稍候', '黄色：请稍候', 'Amber: wait', 'Amarelo: espere'),
  red: words('紅色橫杠：停', '红色横杠：停', 'Red bar: stop', 'Barra vermelha: pare'),
  off: words('燈已熄', '灯已熄', 'Light off', 'Luz apagada'),
};

/** The fingers by the names that people call them. */
export const fingerWords = {
  'right-thumb': words('右手拇指', '右手拇指', 'right thumb', 'polegar direito'),
  'right-index': words('右手食指', '右手食指', 'right index finger', 'indicador direito'),
  'right-middle': words('右手中指', '右手中指', 'right middle finger', 'dedo médio direito'),
  'right-ring': words('右手無名指', '右手无名指', 'right ring finger', 'dedo anelar direito'),
  'right-little': words('右手尾指', '右手小指', 'right little finger', 'dedo mindinho direito'),
  'left-thumb': words('左手拇指', '左手拇指', 'left thumb', 'polegar esquerdo'),
  'left-index': words('左手食指', '左手食指', 'left index finger', 'indicador esquerdo'),
  'left-middle': words('左手中指', '左手中指', 'left middle finger', 'dedo médio esquerdo'),
  'left-ring': words('左手無名指', '左手无名指', 'left ring finger', 'dedo anelar esquerdo'),
  'left-little': words('左手尾指', '左手小指', 'left little finger', 'dedo mindinho esquerdo'),
} satisfies Readonly<Record<string, Words>>;

export type FingerId = keyof typeof fingerWords;

export const isFinger = (id: string | undefined): id is FingerId =>
  id !== undefined && Object.hasOwn(fingerWords, id);
