/** The words of the appointment at a collection point. */
import { words } from '../engine/words.ts';

export const enrolmentWords = {
  title: words(
    '「刷臉」通道信息採集預約',
    '“刷脸”通道信息采集预约',
    'Enrolment for the face lane',
    'Registo para o canal facial',
  ),
  summary: words(
    '預約到口岸採集點登記面相和指紋，之後可免出示證件過關。',
    '预约到口岸采集点登记面相和指纹，之后可免出示证件通关。',
    'Book a time at a collection point; with face and fingerprints on file you cross without showing your document.',
    'Marque hora num ponto de recolha; com o rosto e as impressões registados passa sem mostrar o documento.',
  ),
  needDocument: words(
    '有效的出入境證件',
    '有效的出入境证件',
    'A valid travel document',
    'Um documento de viagem válido',
  ),
  needVisit: words(
    '約十五分鐘，親自到採集點：網上不採集任何面相或指紋',
    '约十五分钟，亲自到采集点：网上不采集任何面相或指纹',
    'A quarter of an hour at the point in person: nothing is captured online',
    'Um quarto de hora no ponto, em pessoa: nada é recolhido em linha',
  ),
  needOnFile: words(
    '辦證時已留存面相和指紋的，無須預約，可直接使用通道。',
    '办证时已留存面相和指纹的，无须预约，可直接使用通道。',
    'If your face and fingerprints were taken with your permit, you need no appointment: just use the lane.',
    'Se o rosto e as impressões foram recolhidos com o documento, não precisa de marcação: use o canal.',
  ),
  appeal: words(
    '未符合條件者，仍可使用刷證通道或人工通道。如有疑問，請致電 12367。',
    '不符合条件的，仍可使用刷证通道或人工通道。如有疑问，请致电 12367。',
    'Whoever may not use it still has the card lane and the counter. For questions, call 12367.',
    'Quem não o pode usar tem o canal de cartão e o balcão. Em caso de dúvida, ligue 12367.',
  ),
  port: words('到哪個口岸登記？', '到哪个口岸登记？', 'At which port?', 'Em que posto?'),
  portHint: words(
    '登記後即時可在各開通口岸使用。',
    '登记后即可在各开通口岸使用。',
    'Once enrolled you can use the lanes at once.',
    'Depois do registo pode usar logo os canais.',
  ),
  pointUnknown: words(
    '採集點未有公佈，請致電 12367 查詢',
    '采集点尚未公布，请致电 12367 咨询',
    'No collection point is published here: ask 12367',
    'Não há ponto de recolha publicado: pergunte ao 12367',
  ),
  guardian: words(
    '您的法定監護人會陪同前往嗎？',
    '您的法定监护人会陪同前往吗？',
    'Will your statutory guardian come with you?',
    'O seu tutor legal vai consigo?',
  ),
  guardianWhy: words(
    '未成年人登記和通行，須由法定監護人陪同。',
    '未成年人登记和通行，须由法定监护人陪同。',
    'A minor enrols, and crosses, with the statutory guardian.',
    'Um menor regista-se, e passa, com o tutor legal.',
  ),
  slot: words('選擇時間', '选择时间', 'Choose a time', 'Escolha a hora'),
  what: words('預約事項', '预约事项', 'Appointment', 'Marcação'),
  holder: words('預約人', '预约人', 'Name', 'Nome'),
  document: words('證件', '证件', 'Document', 'Documento'),
  nextPoint: words(
    '依時到採集點，出示此碼和證件。不能前往時請撤回，時段會讓給他人。',
    '按时到采集点，出示此码和证件。不能前往时请撤回，时段会让给他人。',
    'Come to the point on time with this code and your document. If you cannot come, withdraw: the time goes to somebody else.',
    'Venha à hora ao ponto com este código e o documento. Se não puder vir, retire o pedido: a hora fica para outra pessoa.',
  ),
  nextConsent: words(
    '面相和指紋在採集點經您逐項同意後才採集。',
    '面相和指纹在采集点经您逐项同意后才采集。',
    'Face and fingerprints are taken there, each only after you agree.',
    'O rosto e as impressões são recolhidos ali, cada um só com o seu acordo.',
  ),
  nextUse: words(
    '登記後即可使用通道；過關時仍須隨身攜帶證件。',
    '登记后即可使用通道；通关时仍须随身携带证件。',
    'You can use the lane at once; still carry your document.',
    'Pode usar o canal de imediato; leve sempre o documento.',
  ),
  bringDocument: words(
    '本人有效的出入境證件正本',
    '本人有效的出入境证件原件',
    'Your own valid travel document, the original',
    'O seu documento de viagem válido, o original',
  ),
  bringGuardian: words(
    '法定監護人本人、其證件和關係證明',
    '法定监护人本人、其证件和关系证明',
    'Your statutory guardian, with their document and proof of the relation',
    'O tutor legal, com o documento dele e prova da relação',
  ),
};
