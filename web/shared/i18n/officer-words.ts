/** Texts of the officers' page. */
import { words } from './words.ts';

export const officerWords = {
  title: words('人員登入', '人员登录', 'Officer sign-in', 'Entrada de agentes'),
  intro: words(
    '以通行密鑰登入。首次登入請用啟動時印出的一次性連結。',
    '以通行密钥登录。首次登录请用启动时打印的一次性链接。',
    'Sign in with a passkey. The first time, use the one-time link that was printed at start.',
    'Entre com uma chave de acesso. Na primeira vez, use a ligação única impressa no arranque.',
  ),
  passkey: words('以通行密鑰登入', '以通行密钥登录', 'Sign in with a passkey', 'Entrar com chave de acesso'),
  linkTitle: words('沒有通行密鑰？', '没有通行密钥？', 'No passkey yet?', 'Ainda sem chave?'),
  linkHint: words(
    '在伺服器的終端機找出以 /officer#link= 開頭的網址，在此打開；只能用一次。',
    '在服务器的终端找出以 /officer#link= 开头的网址，在此打开；只能用一次。',
    'Look in the server’s terminal for the address with /officer#link= and open it here; it works once.',
    'Procure no terminal do servidor o endereço com /officer#link= e abra-o aqui; só funciona uma vez.',
  ),
  linkUsing: words(
    '正在使用一次性連結…',
    '正在使用一次性链接…',
    'Using the one-time link…',
    'A usar a ligação única…',
  ),
  linkSpent: words(
    '此連結已用過或已過期',
    '此链接已用过或已过期',
    'This link was used or has expired',
    'Esta ligação já foi usada ou expirou',
  ),
  linkSpentHint: words(
    '請向管理員索取新的連結，或用通行密鑰登入。',
    '请向管理员索取新的链接，或用通行密钥登录。',
    'Ask for a new link, or sign in with a passkey.',
    'Peça uma nova ligação ou use a chave de acesso.',
  ),
  add: words(
    '在此裝置登記通行密鑰',
    '在此设备登记通行密钥',
    'Register a passkey on this device',
    'Registar chave neste aparelho',
  ),
  added: words('通行密鑰已登記', '通行密钥已登记', 'The passkey is registered', 'Chave registada'),
  count: words(
    '已登記 {n} 個通行密鑰',
    '已登记 {n} 个通行密钥',
    'Passkeys registered: {n}',
    'Chaves registadas: {n}',
  ),
  refused: words(
    '裝置未有完成，沒有任何改變。可再試一次。',
    '设备未完成，没有任何改变。可再试一次。',
    'The device did not finish; nothing changed. You may try again.',
    'O aparelho não concluiu; nada mudou. Pode tentar de novo.',
  ),
  referrals: words('最近轉人工的旅客', '最近转人工的旅客', 'Recent referrals', 'Encaminhamentos recentes'),
  noReferrals: words(
    '現在沒有人需要你。',
    '现在没有人需要您。',
    'Nobody needs you right now.',
    'Ninguém precisa de si agora.',
  ),
  role: words('職責', '职责', 'Role', 'Função'),
};
