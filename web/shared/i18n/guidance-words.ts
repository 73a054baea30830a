/** What to change so that the next picture succeeds: closed ids of the quality gates, as one short imperative each. */
import { type Words, words } from './words.ts';

export const guidanceWords = {
  closer: words('請站近一點', '请站近一点', 'Come closer', 'Aproxime-se'),
  further: words('請退後一點', '请退后一点', 'Step back a little', 'Recue um pouco'),
  'move-left': words('請向左移', '请向左移', 'Move to your left', 'Mova-se para a esquerda'),
  'move-right': words('請向右移', '请向右移', 'Move to your right', 'Mova-se para a direita'),
  'move-up': words('請抬高一點', '请抬高一点', 'A little higher', 'Um pouco mais alto'),
  'move-down': words('請放低一點', '请放低一点', 'A little lower', 'Um pouco mais baixo'),
  'more-light': words(
    '光線太暗，請面向光',
    '光线太暗，请面向光',
    'Too dark: face the light',
    'Pouca luz: vire-se para a luz',
  ),
  'less-light': words(
    '光線太強，請避開強光',
    '光线太强，请避开强光',
    'Too bright: turn from the glare',
    'Muita luz: afaste-se do clarão',
  ),
  'even-light': words(
    '面部一邊太暗，請轉向光',
    '面部一边太暗，请转向光',
    'One side is dark: turn to the light',
    'Um lado está escuro: vire-se para a luz',
  ),
  'hold-still': words('請站穩不動', '请站稳不动', 'Hold still', 'Fique quieto'),
  'one-face-only': words(
    '請一個人望鏡頭',
    '请一个人看镜头',
    'One person at a time',
    'Uma pessoa de cada vez',
  ),
  'look-straight': words(
    '請平視鏡頭',
    '请平视镜头',
    'Look straight at the camera',
    'Olhe de frente para a câmara',
  ),
  'open-eyes': words('請張開眼睛', '请睁开眼睛', 'Open your eyes', 'Abra os olhos'),
  'close-mouth': words('請合上嘴巴', '请合上嘴巴', 'Close your mouth', 'Feche a boca'),
  'uncover-face': words(
    '請除下口罩或帽子',
    '请摘下口罩或帽子',
    'Take off mask or cap',
    'Retire a máscara ou o boné',
  ),
  'no-face': words(
    '看不到面孔，請望鏡頭',
    '看不到面孔，请看镜头',
    'No face in view: look here',
    'Nenhum rosto: olhe para aqui',
  ),
  'no-finger': words('請放上手指', '请放上手指', 'Place your finger', 'Coloque o dedo'),
  'press-firmer': words('請按緊一點', '请按紧一点', 'Press more firmly', 'Prima com mais força'),
  'press-lighter': words('請輕一點按', '请轻一点按', 'Press more lightly', 'Prima com menos força'),
  'dry-finger': words(
    '手指太濕，請抹乾',
    '手指太湿，请擦干',
    'Too wet: dry your finger',
    'Dedo molhado: seque-o',
  ),
  'moisten-finger': words(
    '手指太乾，請呵一口氣',
    '手指太干，请呵一口气',
    'Too dry: breathe on your finger',
    'Dedo seco: sopre sobre ele',
  ),
  'cover-more': words(
    '請放平手指，蓋住讀取面',
    '请放平手指，盖住读取面',
    'Lay the finger flat',
    'Pouse o dedo todo',
  ),
  centre: words('請把手指放中間', '请把手指放中间', 'Centre your finger', 'Centre o dedo'),
  'clean-reader': words('請抹淨讀取面', '请擦净读取面', 'Wipe the reader', 'Limpe o leitor'),
} satisfies Readonly<Record<string, Words>>;

export type GuidanceId = keyof typeof guidanceWords;

export const isGuidance = (id: string): id is GuidanceId => Object.hasOwn(guidanceWords, id);
