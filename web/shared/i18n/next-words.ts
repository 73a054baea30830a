/** Texts of what comes after an answer of "Can I use it?". */
import { words } from './words.ts';

/** What to do after the answer, a step a line. */
export const nextWords = {
  goToLane: words(
    '到{port}，沿「智能快捷通道」標誌走。',
    '到{port}，沿“智能快捷通道”标志走。',
    'At {port}, follow the signs to the face lanes.',
    'Em {port}, siga a sinalização dos canais faciais.',
  ),
  lookAndTouch: words(
    '走到鏡頭前望一望；屏幕請你時，按一按指紋。',
    '走到镜头前看一看；屏幕请您时，按一下指纹。',
    'Look at the camera; place a finger when the screen asks for it.',
    'Olhe para a câmara; ponha o dedo quando o ecrã o pedir.',
  ),
  otherSide: words(
    '證件留在手邊：另一邊仍會查驗。',
    '证件放在手边：另一边仍会查验。',
    'Keep the document at hand: the other side still inspects it.',
    'Tenha o documento à mão: do outro lado continuam a verificá-lo.',
  ),
  goToCollection: words(
    '帶同證件到{port}的邊檢信息採集點。',
    '带上证件到{port}的边检信息采集点。',
    'Take your document to the collection point at {port}.',
    'Leve o documento ao ponto de recolha em {port}.',
  ),
  consentThere: words(
    '在那裏分別同意採集面相和指紋，只需一次。',
    '在那里分别同意采集面相和指纹，只需一次。',
    'Consent there to face and to fingerprints, each by itself; once is enough.',
    'Consinta aí na recolha do rosto e das impressões, cada uma por si; basta uma vez.',
  ),
  thenLane: words(
    '登記後即可走智能快捷通道。',
    '登记后即可走智能快捷通道。',
    'After that, walk through the face lane.',
    'Depois, passe pelo canal facial.',
  ),
  otherWayToday: words(
    '這次用下面其中一種方式過關。',
    '这次用下面其中一种方式过关。',
    'This time, cross in one of the other ways below.',
    'Desta vez, passe por uma das outras vias abaixo.',
  ),
  askAgain: words(
    '辦妥上面其中一項後，回來再問一次。',
    '办妥上面其中一项后，回来再问一次。',
    'Once one of the changes above is made, ask here again.',
    'Depois de uma das mudanças acima, volte a perguntar aqui.',
  ),
  askOfficer: words(
    '到人工查驗櫃檯，或致電 12367（24小時）。',
    '到人工查验柜台，或致电 12367（24小时）。',
    'Go to the staffed counter, or call 12367 at any hour.',
    'Vá ao balcão com atendimento ou ligue 12367, a qualquer hora.',
  ),
  officerSees: words(
    '把這一頁給人員看：原因和依據都在這裏。',
    '把这一页给人员看：原因和依据都在这里。',
    'Show this page to the officer: reasons and rules are all here.',
    'Mostre esta página ao agente: motivos e regras estão aqui.',
  ),
};
