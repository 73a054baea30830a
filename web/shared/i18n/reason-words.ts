/** Why an officer comes, in words for the traveller: never an accusation, always what happens next. */
import { type Words, words } from './words.ts';

export const reasonWords = {
  NOT_RECOGNISED: words(
    '這條通道未能認出你',
    '这条通道未能认出您',
    'This lane did not recognise you',
    'Este canal não o reconheceu',
  ),
  AMBIGUOUS_MATCH: words(
    '有人與你相像，由人員核對較穩妥',
    '有人与您相像，由人员核对更稳妥',
    'Someone looks much like you; an officer makes sure',
    'Alguém é parecido consigo; um agente confirma',
  ),
  MORE_THAN_ONE_FACE: words(
    '鏡頭看到多於一人',
    '镜头看到多于一人',
    'The camera saw more than one person',
    'A câmara viu mais de uma pessoa',
  ),
  MORE_THAN_ONE_PERSON: words(
    '通道內多於一人',
    '通道内多于一人',
    'More than one person was in the lane',
    'Havia mais de uma pessoa no canal',
  ),
  NOBODY_ENTERED: words(
    '閘門打開後沒有人進入',
    '闸门打开后没有人进入',
    'Nobody stepped in while the gate was open',
    'Ninguém entrou com a porta aberta',
  ),
  POOR_CAPTURE: words(
    '今次未能拍得清楚',
    '这次未能拍得清楚',
    'The pictures were not clear enough this time',
    'As imagens não ficaram nítidas desta vez',
  ),
  BIOMETRIC_MISMATCH: words(
    '這次核實與登記不符',
    '这次核实与登记不符',
    'This check did not agree with the enrolment',
    'Esta verificação não coincidiu com o registo',
  ),
  FINGER_UNREADABLE: words(
    '今次讀不到指紋',
    '这次读不到指纹',
    'The finger could not be read this time',
    'Não foi possível ler o dedo desta vez',
  ),
  NOT_ME: words(
    '你說資料不屬於你',
    '您说资料不属于您',
    'You told us the details are not yours',
    'Disse-nos que os dados não são seus',
  ),
  NOT_ELIGIBLE: words(
    '這條通道今次不適用',
    '这条通道这次不适用',
    'This lane cannot be used for this journey',
    'Este canal não serve para esta viagem',
  ),
  CONSENT_WITHDRAWN: words(
    '你已撤回同意，資料已刪除',
    '您已撤回同意，资料已删除',
    'You withdrew your consent; your data are deleted',
    'Retirou o consentimento; os dados foram apagados',
  ),
  ALREADY_IN_PASSAGE: words(
    '你的登記正在另一條通道使用',
    '您的登记正在另一条通道使用',
    'Your enrolment is in use in another lane',
    'O seu registo está em uso noutro canal',
  ),
  PAD_REQUIRED: words(
    '此口岸須由人員確認真人',
    '此口岸须由人员确认真人',
    'At this port an officer confirms a live person',
    'Neste posto um agente confirma a pessoa',
  ),
  DEVICE_FAULT: words(
    '通道設備出了問題，錯不在你',
    '通道设备出了问题，错不在您',
    'A device of the lane failed; the fault is ours',
    'Um aparelho do canal falhou; a falha é nossa',
  ),
  STORE_UNAVAILABLE: words(
    '暫時未能寫入記錄，錯不在你',
    '暂时未能写入记录，错不在您',
    'We cannot record just now; the fault is ours',
    'Não podemos registar agora; a falha é nossa',
  ),
  LAW_UNAVAILABLE: words(
    '暫時未能查核規則，錯不在你',
    '暂时未能查核规则，错不在您',
    'We cannot check the rules just now; the fault is ours',
    'Não podemos consultar as regras; a falha é nossa',
  ),
  TIMED_OUT: words(
    '時間到了，可以再來一次',
    '时间到了，可以再来一次',
    'The time ran out; you may try again',
    'O tempo acabou; pode tentar de novo',
  ),
  CANCELLED: words(
    '已按你的意思取消',
    '已按您的意思取消',
    'Cancelled, as you asked',
    'Cancelado, como pediu',
  ),
  WALKED_BACK: words('你已退回入口', '您已退回入口', 'You walked back out', 'Voltou para trás'),
  OFFICER_CALLED: words('你要求了協助', '您要求了协助', 'You asked for help', 'Pediu ajuda'),
  SECONDARY_INSPECTION: words(
    '例行抽查，人人都可能遇到',
    '例行抽查，人人都可能遇到',
    'A routine second look; it can be anyone',
    'Uma segunda verificação de rotina; calha a qualquer um',
  ),
  FORCED_GATE: words(
    '閘門被推動，請稍候',
    '闸门被推动，请稍候',
    'The gate was pushed; please wait',
    'A porta foi forçada; aguarde',
  ),
  CLOCK_UNTRUSTED: words(
    '系統時間正在校正，錯不在你',
    '系统时间正在校正，错不在您',
    'The clock is being checked; the fault is ours',
    'O relógio está a ser verificado; a falha é nossa',
  ),
} satisfies Readonly<Record<string, Words>>;

/** The law's reasons as a lane's screen says them, where one short line must do. */
export const lawReasonWords = {
  AGE_BELOW_MIN: words(
    '未到可用此通道的年齡',
    '未到可用此通道的年龄',
    'Not yet of the age for this lane',
    'Ainda sem idade para este canal',
  ),
  BIOMETRICS_NOT_ON_FILE: words(
    '尚未在採集點登記',
    '尚未在采集点登记',
    'Not yet enrolled at the collection point',
    'Ainda sem registo no ponto de recolha',
  ),
  CONSENT_MISSING: words(
    '尚未同意使用面相或指紋',
    '尚未同意使用面相或指纹',
    'Consent for face or finger is missing',
    'Falta o consentimento para rosto ou dedo',
  ),
  DOC_EXPIRED: words('證件已過有效期', '证件已过有效期', 'The document has expired', 'O documento expirou'),
  DOC_OFFICIAL_BUSINESS: words(
    '因公證件請用人工通道',
    '因公证件请用人工通道',
    'Official documents use the counter',
    'Documentos oficiais: use o balcão',
  ),
  DOC_TYPE_NOT_ELIGIBLE: words(
    '這類證件請用其他通道',
    '这类证件请用其他通道',
    'This document uses another lane',
    'Este documento usa outro canal',
  ),
  ENDORSEMENT_DESTINATION_MISMATCH: words(
    '簽注是前往另一地',
    '签注是前往另一地',
    'The endorsement is for elsewhere',
    'O visto é para outro destino',
  ),
  ENDORSEMENT_EXPIRED: words(
    '簽注已過有效期',
    '签注已过有效期',
    'The endorsement has expired',
    'O visto expirou',
  ),
  ENDORSEMENT_MISSING: words('沒有簽注', '没有签注', 'There is no endorsement', 'Não há visto'),
  ENDORSEMENT_NOT_MULTIPLE: words(
    '此通道須多次簽注',
    '此通道须多次签注',
    'This lane needs a multiple endorsement',
    'Este canal exige visto múltiplo',
  ),
  ENDORSEMENT_TYPE_NOT_ELIGIBLE: words(
    '這類簽注請用其他通道',
    '这类签注请用其他通道',
    'This endorsement uses another lane',
    'Este visto usa outro canal',
  ),
  GUARDIAN_NOT_STATUTORY: words(
    '須由法定監護人陪同',
    '须由法定监护人陪同',
    'A statutory guardian must come along',
    'É preciso o tutor legal',
  ),
  GUARDIAN_REQUIRED: words(
    '須有監護人陪同',
    '须有监护人陪同',
    'A guardian must come along',
    'É preciso um tutor',
  ),
  PORT_NOT_OPEN: words(
    '此口岸未設此服務',
    '此口岸未设此服务',
    'This port does not offer this lane',
    'Este posto não tem este canal',
  ),
  RULE_NOT_IN_FORCE: words(
    '此服務尚未開始',
    '此服务尚未开始',
    'This service has not begun',
    'Este serviço ainda não começou',
  ),
} satisfies Readonly<Record<string, Words>>;

/** Other ways that stay open; none costs more and none is a punishment. */
export const alternativeWords = {
  'card-lane': words('刷證通道', '刷证通道', 'Card lane', 'Canal com cartão'),
  counter: words('人工櫃檯', '人工柜台', 'Counter', 'Balcão'),
  'accessible-lane': words('無障礙通道', '无障碍通道', 'Accessible lane', 'Canal acessível'),
  'collection-point': words('採集點', '采集点', 'Collection point', 'Ponto de recolha'),
  'paper-certificate': words('紙本證明', '纸质证明', 'Paper certificate', 'Certificado em papel'),
  'hotline-12367': words('致電 12367', '致电 12367', 'Call 12367', 'Ligue 12367'),
} satisfies Readonly<Record<string, Words>>;

const find = (table: Readonly<Record<string, Words>>, id: string): Words | undefined =>
  Object.hasOwn(table, id) ? table[id] : undefined;

export const reasonText = (id: string): Words =>
  find(reasonWords, id) ??
  find(lawReasonWords, id) ??
  words('由人員協助較穩妥', '由人员协助更稳妥', 'An officer will look into it', 'Um agente vai ajudar');

/** Unknown ids have no words and are left out: an id on a screen helps nobody. */
export const alternativeText = (id: string): Words | undefined => find(alternativeWords, id);
