/** The closed table of conditions and values in words: `{a}` and `{b}` are what they compare. */
import { words } from './words.ts';

const plain = (text: string) => words(text, text, text, text);

/** How conditions read that name other conditions. */
export const joiningWords = {
  all: words('以下全部成立', '以下全部成立', 'all of these hold', 'verifica-se tudo isto'),
  any: words(
    '以下至少一項成立',
    '以下至少一项成立',
    'at least one of these holds',
    'verifica-se pelo menos um',
  ),
  notAll: words('以下並非全部成立', '以下并非全部成立', 'not all of these hold', 'não se verifica tudo isto'),
  notAny: words('以下無一成立', '以下没有一项成立', 'none of these holds', 'não se verifica nenhum'),
  some: words(
    '{a}之中至少一項符合',
    '{a}之中至少一项符合',
    'for at least one of {a}',
    'para pelo menos um de {a}',
  ),
  every: words('{a}每一項都符合', '{a}每一项都符合', 'for every one of {a}', 'para cada um de {a}'),
  not: words('並非：{a}', '并非：{a}', 'not: {a}', 'não: {a}'),
  and: words('並且', '并且', ' and ', ' e '),
  or: words('或者', '或者', ' or ', ' ou '),
  comma: words('、', '、', ', ', ', '),
};

export const testWords = {
  is: words('{a}是{b}', '{a}是{b}', '{a} is {b}', '{a} é {b}'),
  'is-not': words('{a}不是{b}', '{a}不是{b}', '{a} is not {b}', '{a} não é {b}'),
  'one-of': words('{a}是{b}之一', '{a}是{b}之一', '{a} is one of {b}', '{a} é um de {b}'),
  'at-least': words('{a}不小於{b}', '{a}不小于{b}', '{a} is {b} or more', '{a} é {b} ou mais'),
  'at-most': words('{a}不大於{b}', '{a}不大于{b}', '{a} is {b} or less', '{a} é {b} ou menos'),
  'more-than': words('{a}大於{b}', '{a}大于{b}', '{a} is more than {b}', '{a} é mais do que {b}'),
  'less-than': words('{a}小於{b}', '{a}小于{b}', '{a} is less than {b}', '{a} é menos do que {b}'),
  within: words(
    '{a}全部在{b}之內',
    '{a}全部在{b}之内',
    'all of {a} stand in {b}',
    'todo o {a} consta de {b}',
  ),
  given: words('有提供{a}', '有提供{a}', '{a} is given', '{a} é indicado'),
  'not-given': words('沒有{a}', '没有{a}', '{a} is not given', '{a} não é indicado'),
  started: words('「{a}」已經開始', '“{a}”已经开始', '“{a}” has begun', '«{a}» já começou'),
  listed: words(
    '{b}當日列於「{a}」',
    '{b}当日列于“{a}”',
    '{b} is on the list “{a}” on the day',
    '{b} consta da lista «{a}» nesse dia',
  ),
  known: words(
    '{b}見於「{a}」，不論何日',
    '{b}见于“{a}”，不论何日',
    '{b} is on the list “{a}”, whatever the day',
    '{b} consta da lista «{a}», em qualquer dia',
  ),
  has: words(
    '「{a}」為{b}註明「{c}」',
    '“{a}”为{b}注明“{c}”',
    'the list “{a}” states “{c}” for {b}',
    'a lista «{a}» indica «{c}» para {b}',
  ),
  flag: words('{a}屬實', '{a}属实', '{a} is so', '{a} é verdade'),
  'not-flag': words('{a}不屬實', '{a}不属实', '{a} is not so', '{a} não é verdade'),
};

/** The same comparisons of days and instants. */
export const dayTestWords = {
  'at-least': words('{a}不早於{b}', '{a}不早于{b}', '{a} is {b} or later', '{a} é {b} ou depois'),
  'at-most': words('{a}不遲於{b}', '{a}不迟于{b}', '{a} is {b} or earlier', '{a} é {b} ou antes'),
  'more-than': words('{a}遲於{b}', '{a}迟于{b}', '{a} is later than {b}', '{a} é posterior a {b}'),
  'less-than': words('{a}早於{b}', '{a}早于{b}', '{a} is earlier than {b}', '{a} é anterior a {b}'),
};

export const valueTerms = {
  'the-day': words('當日', '当日', 'the day asked', 'o dia em causa'),
  'the-instant': words('當時', '当时', 'the moment asked', 'o momento em causa'),
  parameter: words('{b}（{a}）', '{b}（{a}）', '{b} ({a})', '{b} ({a})'),
  unset: words('未定', '未定', 'no value yet', 'ainda sem valor'),
  age: words('按{a}計的年齡', '按{a}计的年龄', 'the age by {a}', 'a idade por {a}'),
  attained: words(
    '按{a}計滿{b}歲之日',
    '按{a}计满{b}岁之日',
    'the day on which the age {b} is attained by {a}',
    'o dia em que se completam {b} anos por {a}',
  ),
  'day-of': words('{a}當天', '{a}当天', 'the day of {a}', 'o dia de {a}'),
  'start-of': words('{a}零時', '{a}零时', 'the first minute of {a}', 'o início de {a}'),
  'month-of': words('{a}所在月份', '{a}所在月份', 'the month of {a}', 'o mês de {a}'),
  'year-of': words('{a}所在年份', '{a}所在年份', 'the year of {a}', 'o ano de {a}'),
  'first-of-next-month': words(
    '{a}下月一日',
    '{a}下月一日',
    'the first day of the month after {a}',
    'o primeiro dia do mês seguinte a {a}',
  ),
  'last-valid-day': words(
    '{a}的最後有效日',
    '{a}的最后有效日',
    'the last valid day of {a}',
    'o último dia válido de {a}',
  ),
  'add-days': words('{a}後{b}日', '{a}后{b}日', '{a} plus {b} days', '{a} mais {b} dias'),
  'add-months': words('{a}後{b}個月', '{a}后{b}个月', '{a} plus {b} months', '{a} mais {b} meses'),
  'add-hours': words('{a}後{b}小時', '{a}后{b}小时', '{a} plus {b} hours', '{a} mais {b} horas'),
  larger: words('{a}與{b}之較大者', '{a}与{b}之较大者', 'the larger of {a} and {b}', 'o maior de {a} e {b}'),
  earlier: words(
    '{a}與{b}之較早者',
    '{a}与{b}之较早者',
    'the earlier of {a} and {b}',
    'o primeiro de {a} e {b}',
  ),
  plus: words('{a}加{b}', '{a}加{b}', '{a} plus {b}', '{a} mais {b}'),
  'province-of': words('{a}所屬省份', '{a}所属省份', 'the province of {a}', 'a província de {a}'),
  count: words(
    '{a}中符合「{b}」的數目',
    '{a}中符合“{b}”的数目',
    'how many of {a} meet “{b}”',
    'quantos de {a} cumprem «{b}»',
  ),
  first: words(
    '{a}中首個有提供的',
    '{a}中首个有提供的',
    'the first given of {a}',
    'o primeiro indicado de {a}',
  ),
  choose: words(
    '若{a}則{b}，否則{c}',
    '若{a}则{b}，否则{c}',
    'if {a} then {b}, else {c}',
    'se {a} então {b}, senão {c}',
  ),
  'first-item': words('{a}的第一項', '{a}的第一项', 'the first of {a}', 'o primeiro de {a}'),
  'first-listed': words(
    '「{a}」所列第一項',
    '“{a}”所列第一项',
    'the first on the list “{a}”',
    'o primeiro da lista «{a}»',
  ),
  lookup: words(
    '「{a}」為{b}所註「{c}」',
    '“{a}”为{b}所注“{c}”',
    'what the list “{a}” states as “{c}” for {b}',
    'o que a lista «{a}» indica como «{c}» para {b}',
  ),
  'working-days': words(
    '{a}之後至{b}的工作日數（{c}）',
    '{a}之后至{b}的工作日数（{c}）',
    'working days after {a} up to {b} ({c})',
    'dias úteis depois de {a} até {b} ({c})',
  ),
  'latest-before': words(
    '{a}之前{b}個工作日（{c}）',
    '{a}之前{b}个工作日（{c}）',
    '{b} working days before {a} ({c})',
    '{b} dias úteis antes de {a} ({c})',
  ),
  'key-of': words(
    '{b}在「{a}」中的代號',
    '{b}在“{a}”中的代号',
    'the id of {b} in the list “{a}”',
    'o código de {b} na lista «{a}»',
  ),
  'first-day-of': words(
    '{b}列入「{a}」之日',
    '{b}列入“{a}”之日',
    'the day from which {b} is on the list “{a}”',
    'o dia desde o qual {b} consta da lista «{a}»',
  ),
  'listed-count': words(
    '「{a}」當日所列項數',
    '“{a}”当日所列项数',
    'how many stand on the list “{a}” on the day',
    'quantos constam da lista «{a}» nesse dia',
  ),
  'covers-until': words(
    '「{a}」所知的最後一日',
    '“{a}”所知的最后一日',
    'the last day that “{a}” knows',
    'o último dia que «{a}» conhece',
  ),
  distinct: words(
    '{a}中不同的{b}的數目',
    '{a}中不同的{b}的数目',
    'how many different {b} there are in {a}',
    'quantos {b} diferentes há em {a}',
  ),
  fact: plain('‹{a}›'),
};
