/** Texts of the help page. */
import { words } from './words.ts';

export const helpWords = {
  title: words('求助', '求助', 'Help', 'Ajuda'),
  label: words('想找甚麼？', '想找什么？', 'What are you looking for?', 'Que procura?'),
  hint: words(
    '例如：遺失通行證、簽注、兒童過關',
    '例如：遗失通行证、签注、儿童过关',
    'As: lost permit, endorsement, children',
    'Por exemplo: salvo-conduto perdido, visto, crianças',
  ),
  find: words('搜尋', '搜索', 'Search', 'Procurar'),
  found: words('找到 {n} 項', '找到 {n} 项', '{n} found', '{n} encontrados'),
  nothing: words(
    '沒有找到。換個說法試試，或直接詢問服務台。',
    '没有找到。换个说法试试，或直接咨询服务台。',
    'Nothing found. Try other words, or ask the desk.',
    'Nada encontrado. Tente outras palavras ou pergunte ao balcão.',
  ),
  service: words('服務', '服务', 'Service', 'Serviço'),
  rule: words('規定', '规定', 'Rule', 'Regra'),
  ask: words('詢問 12367 服務台', '咨询 12367 服务台', 'Ask the 12367 desk', 'Perguntar ao balcão 12367'),
  askHint: words(
    '取得編號，由人員回覆；不需要帳戶。',
    '取得编号，由人员回复；不需要账户。',
    'You get a number, an officer answers; no account needed.',
    'Recebe um número, um agente responde; sem conta.',
  ),
  call: words(
    '致電 12367，24 小時',
    '拨打 12367，24 小时',
    'Call 12367, day and night',
    'Ligar 12367, dia e noite',
  ),
} as const;
