/** The page on which one chooses whom to be; it says plainly that it is no authority's. */
import type { DevPerson } from '../identity/index.ts';
import type { Language, Texts } from '../kernel/index.ts';

const TITLE: Texts = {
  'zh-Hant': '示範用身份登入',
  'zh-Hans': '演示用身份登录',
  en: 'Identity provider of the demonstration',
  pt: 'Fornecedor de identidade da demonstração',
};
const HINT: Texts = {
  'zh-Hant': '此頁代替有關當局的身份登入（如智方便），只供示範；人物均為合成。請選擇以誰的身份登入。',
  'zh-Hans': '此页代替有关当局的身份登录（如智方便），仅供演示；人物均为合成。请选择以谁的身份登录。',
  en: 'This stands in for an authority’s sign-in (such as iAM Smart), for demonstration only; all people are synthetic. Choose whom to sign in as.',
  pt: 'Substitui a entrada de uma autoridade (como o iAM Smart), só para demonstração; as pessoas são sintéticas. Escolha com quem entrar.',
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:0 auto;padding:24px;color:#12232b;background:#faf8f4}
li{list-style:none;margin:8px 0}ul{padding:0}a{display:flex;justify-content:space-between;gap:16px;padding:12px 16px;min-height:44px;
border:1.5px solid #7b8a90;border-radius:12px;background:#fff;color:inherit;text-decoration:none}a:hover{border-color:#0a6b58}
span{color:#4d6068}a:focus-visible{outline:3px solid #0a6b58;outline-offset:3px}`;

export function choicePage(people: readonly DevPerson[], query: URLSearchParams, language: Language): string {
  const line = ({ id, name, document: { type, number } }: DevPerson) => {
    const link = new URLSearchParams(query);
    link.set('person', id);
    return `<li><a href="choose?${escaped(link.toString())}"><strong>${escaped(name)}</strong><span>${escaped(type)} ••••${escaped(number.slice(-4))}</span></a></li>`;
  };
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${TITLE[language]}</title><style>${STYLE}</style></head><body><main><h1>${TITLE[language]}</h1><p>${HINT[language]}</p>
<ul>${people.map(line).join('\n')}</ul></main></body></html>`;
}
