/** The words of both transit checks and of their clock. */
import { words } from '../engine/words.ts';

export const clockWords = {
  arrival: words('抵達', '抵达', 'Arrival', 'Chegada'),
  starts: words('開始計時', '开始计时', 'The clock starts', 'O relógio começa'),
  deadline: words('最遲離開', '最迟离开', 'Leave by', 'Sair até'),
  leave: words('您的離開時間', '您的离开时间', 'You leave', 'A sua saída'),
  margin: words('餘裕', '余量', 'To spare', 'Margem'),
};

export const transitWords = {
  result: words('結果', '结果', 'Result', 'Resultado'),
  route: words('行程', '行程', 'Route', 'Itinerário'),
  times: words(
    '何時抵達，何時離開？',
    '何时抵达，何时离开？',
    'When do you arrive and leave?',
    'Quando chega e quando parte?',
  ),
  timeHint: words(
    '機票上的當地時間（北京時間），例如 2026-03-31 14:05',
    '机票上的当地时间（北京时间），例如 2026-03-31 14:05',
    'The local time on your ticket (Beijing time), as 2026-03-31 14:05',
    'A hora local do bilhete (hora de Pequim), como 2026-03-31 14:05',
  ),
  needTicket: words(
    '聯程機票：航班日期和時間',
    '联程机票：航班日期和时间',
    'Your through ticket: days and times of the flights',
    'O bilhete de ligação: dias e horas dos voos',
  ),
  needPassport: words('護照', '护照', 'Your passport', 'O passaporte'),
  otherAirport: words('其他機場', '其他机场', 'Another airport', 'Outro aeroporto'),
  otherPort: words('其他口岸', '其他口岸', 'Another port', 'Outro posto'),
  appeal: words(
    '這裏只作查詢，最終由口岸邊檢人員決定；如有疑問，請致電 12367（24 小時，中英文）。',
    '这里只作查询，最终由口岸边检人员决定；如有疑问，请致电 12367（24 小时，中英文）。',
    'This is a check; the officers at the port decide. Questions: call 12367, day and night, in Chinese and English.',
    'Isto é uma verificação; decidem os agentes no posto. Dúvidas: ligue 12367, dia e noite, em chinês e inglês.',
  ),
};

export const transit24Words = {
  title: words('24 小時直接過境', '24 小时直接过境', '24-hour direct transit', 'Trânsito direto de 24 horas'),
  summary: words(
    '在內地機場轉機、不出機場：看看是否免辦邊檢手續，最遲何時離開。',
    '在内地机场转机、不出机场：看看是否免办边检手续，最迟何时离开。',
    'Changing planes without leaving the airport: whether you pass without border inspection, and by when you must leave.',
    'Mudar de avião sem sair do aeroporto: se passa sem inspeção e até quando tem de partir.',
  ),
  sameAirport: words(
    '是否從同一機場離開？',
    '是否从同一机场离开？',
    'Do you leave from the same airport?',
    'Parte do mesmo aeroporto?',
  ),
  insideHint: words(
    '到機場外的酒店過夜，即是離開限定區域。',
    '到机场外的酒店过夜，即是离开限定区域。',
    'A night in a hotel outside the airport means leaving it.',
    'Passar a noite num hotel fora do aeroporto é sair da área.',
  ),
  granted: words(
    '免辦出入境邊防檢查手續',
    '免办出入境边防检查手续',
    'No border inspection is needed',
    'Não é precisa inspeção de fronteira',
  ),
  airport: words('機場', '机场', 'Airport', 'Aeroporto'),
  nextInside: words(
    '請一直留在口岸限定區域內；離開該區域便須辦理入境手續。',
    '请一直留在口岸限定区域内；离开该区域便须办理入境手续。',
    'Stay inside the restricted area: whoever leaves it has to go through entry.',
    'Fique na área restrita: quem sai dela tem de tratar da entrada.',
  ),
  nextNoCard: words(
    '不用填報入境卡，也不會有出入境記錄。',
    '不用填报入境卡，也不会有出入境记录。',
    'No arrival card is needed, and no crossing is recorded.',
    'Não é preciso cartão de chegada e não fica registo de passagem.',
  ),
  nextDelay: words(
    '航班延誤而超過時限時，請立即聯絡航空公司或邊檢人員。',
    '航班延误而超过时限时，请立即联系航空公司或边检人员。',
    'If a delay takes you past the limit, tell the airline or a border officer at once.',
    'Se um atraso ultrapassar o limite, avise logo a companhia ou um agente.',
  ),
};

export const transit240Words = {
  title: words(
    '240 小時過境免簽',
    '240 小时过境免签',
    '240-hour visa-free transit',
    'Trânsito sem visto de 240 horas',
  ),
  summary: words(
    '前往第三國或地區途中，免簽停留最多 240 小時：看看是否適用，最遲哪一天離境。',
    '前往第三国或地区途中，免签停留最多 240 小时：看看是否适用，最迟哪一天离境。',
    'On the way to a third country or region: up to 240 hours without a visa. Whether it fits, and by when you must leave.',
    'A caminho de um terceiro país ou região: até 240 horas sem visto. Se se aplica e até quando tem de sair.',
  ),
  passport: words('您的護照', '您的护照', 'Your passport', 'O seu passaporte'),
  exitPort: words(
    '經哪個口岸離境？',
    '经哪个口岸离境？',
    'Through which port do you leave?',
    'Por que posto sai?',
  ),
  confirmed: words(
    '日期和行程已確定',
    '日期和行程已确定',
    'Fixed date and itinerary',
    'Data e itinerário certos',
  ),
  open: words('未定日期', '未定日期', 'Open-dated', 'Data em aberto'),
  waitlist: words('候補中', '候补中', 'On a waiting list', 'Em lista de espera'),
  none: words('還沒有', '还没有', 'I have none yet', 'Ainda não tenho'),
  elsewhere: words('其他省份', '其他省份', 'Another province', 'Outra província'),
  elsewhereIn: words(
    '該省其他城市',
    '该省其他城市',
    'Elsewhere in the province',
    'Noutro local da província',
  ),
  citiesIn: words('到哪些城市：', '到哪些城市：', 'Which cities in ', 'Que cidades em '),
  journalism: words('新聞採訪', '新闻采访', 'journalism', 'jornalismo'),
  work: words('工作', '工作', 'work', 'trabalho'),
  study: words('學習', '学习', 'study', 'estudo'),
  granted: words(
    '可以免簽過境',
    '可以免签过境',
    'Visa-free transit applies',
    'O trânsito sem visto aplica-se',
  ),
  nationality: words('護照簽發國', '护照签发国', 'Passport of', 'Passaporte de'),
  entryPort: words('入境口岸', '入境口岸', 'Port of entry', 'Posto de entrada'),
  areas: words('停留區域', '停留区域', 'Where you may stay', 'Onde pode ficar'),
  purpose: words('活動', '活动', 'Purpose', 'Finalidade'),
  nextCard: words(
    '入境前請填報入境卡：官方渠道免費。',
    '入境前请填报入境卡：官方渠道免费。',
    'File the arrival card before you enter: it is free of charge.',
    'Preencha o cartão de chegada antes de entrar: é gratuito.',
  ),
  nextClock: words(
    '計時由入境次日零時開始；請在「最遲離開」之前通過離境查驗。',
    '计时由入境次日零时开始；请在“最迟离开”之前通过离境查验。',
    'The hours count from midnight after your entry; be through the exit inspection before “Leave by”.',
    'As horas contam da meia-noite após a entrada; passe a inspeção de saída antes de “Sair até”.',
  ),
  nextChange: words(
    '行程改變時請再查一次；工作、學習、採訪須先辦妥簽證。',
    '行程改变时请再查一次；工作、学习、采访须先办妥签证。',
    'Check again when your plans change; work, study and journalism need a visa beforehand.',
    'Verifique de novo se os planos mudarem; trabalho, estudo e jornalismo exigem visto prévio.',
  ),
  bringTicket: words(
    '前往第三國或地區、日期確定的聯程客票',
    '前往第三国或地区、日期确定的联程客票',
    'The onward ticket with its fixed date',
    'O bilhete de continuação com data certa',
  ),
  bringPassport: words(
    '入境時使用的護照',
    '入境时使用的护照',
    'The passport that you enter with',
    'O passaporte com que entra',
  ),
};
