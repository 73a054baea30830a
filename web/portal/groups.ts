/** The services' groups, named by what a person comes for. */
import { words } from '../shared/i18n/words.ts';

export const groupWords = {
  permit: words('證件不在身邊', '证件不在身边', 'Without your document', 'Sem o documento'),
  crossing: words('過關', '过关', 'Crossing', 'Passagem'),
  documents: words('證件', '证件', 'Documents', 'Documentos'),
  endorsement: words('簽注', '签注', 'Endorsements', 'Vistos'),
  visit: words('來訪與過境', '来访与过境', 'Visit and transit', 'Visita e trânsito'),
  urgent: words('緊急', '紧急', 'Urgent', 'Urgente'),
  help: words('求助', '求助', 'Help', 'Ajuda'),
  history: words('已結束的服務', '已结束的服务', 'Services that have ended', 'Serviços terminados'),
} as const;
