/**
 * Common syllables of names, to be combined at random: traditional, simplified, then the romanisations of Hong Kong
 * and Macao, of the mainland (pinyin) and of Taiwan (Wade-Giles without marks).
 */
export type Syllable = readonly [trad: string, simp: string, cantonese: string, pinyin: string, wade: string];

const table = (text: string): readonly Syllable[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [trad = '', simp = '', cantonese = '', pinyin = '', wade = ''] = line.trim().split(' ');
      return [trad, simp, cantonese, pinyin, wade] as const;
    });

export const FAMILY_NAMES = table(`
  陳 陈 Chan Chen Chen
  李 李 Lee Li Li
  黃 黄 Wong Huang Huang
  張 张 Cheung Zhang Chang
  林 林 Lam Lin Lin
  王 王 Wong Wang Wang
  吳 吴 Ng Wu Wu
  劉 刘 Lau Liu Liu
  梁 梁 Leung Liang Liang
  楊 杨 Yeung Yang Yang
  何 何 Ho He Ho
  鄭 郑 Cheng Zheng Cheng
  周 周 Chow Zhou Chou
  蔡 蔡 Choi Cai Tsai
  許 许 Hui Xu Hsu
  葉 叶 Yip Ye Yeh
  郭 郭 Kwok Guo Kuo
  羅 罗 Law Luo Lo
  謝 谢 Tse Xie Hsieh
  曾 曾 Tsang Zeng Tseng
  鄧 邓 Tang Deng Teng
  馮 冯 Fung Feng Feng
  徐 徐 Tsui Xu Hsu
  馬 马 Ma Ma Ma
  盧 卢 Lo Lu Lu
  趙 赵 Chiu Zhao Chao
  蘇 苏 So Su Su
  潘 潘 Poon Pan Pan
  譚 谭 Tam Tan Tan
  黎 黎 Lai Li Li
`);

export const WOMENS_NAMES = table(`
  詠 咏 Wing Yong Yung
  美 美 Mei Mei Mei
  芳 芳 Fong Fang Fang
  婷 婷 Ting Ting Ting
  嘉 嘉 Ka Jia Chia
  慧 慧 Wai Hui Hui
  琪 琪 Ki Qi Chi
  玲 玲 Ling Ling Ling
  敏 敏 Man Min Min
  雅 雅 Nga Ya Ya
  秀 秀 Sau Xiu Hsiu
  淑 淑 Suk Shu Shu
  怡 怡 Yi Yi I
  欣 欣 Yan Xin Hsin
  雯 雯 Man Wen Wen
  靜 静 Ching Jing Ching
  麗 丽 Lai Li Li
  思 思 Sze Si Ssu
  穎 颖 Wing Ying Ying
  珊 珊 Shan Shan Shan
  雪 雪 Suet Xue Hsueh
  晴 晴 Ching Qing Ching
`);

export const MENS_NAMES = table(`
  志 志 Chi Zhi Chih
  偉 伟 Wai Wei Wei
  明 明 Ming Ming Ming
  強 强 Keung Qiang Chiang
  俊 俊 Chun Jun Chun
  文 文 Man Wen Wen
  傑 杰 Kit Jie Chieh
  浩 浩 Ho Hao Hao
  榮 荣 Wing Rong Jung
  華 华 Wah Hua Hua
  健 健 Kin Jian Chien
  豪 豪 Ho Hao Hao
  國 国 Kwok Guo Kuo
  家 家 Ka Jia Chia
  耀 耀 Yiu Yao Yao
  輝 辉 Fai Hui Hui
  樂 乐 Lok Le Le
  安 安 On An An
  宏 宏 Wang Hong Hung
  建 建 Kin Jian Chien
  德 德 Tak De Te
  子 子 Tsz Zi Tzu
`);

/** Family names and given names of people without a Chinese name, by the language they are of. */
export const OTHER_NAMES = {
  portuguese: {
    family: [
      'Silva',
      'Santos',
      'Ferreira',
      'Pereira',
      'Costa',
      'Rodrigues',
      'Almeida',
      'Ribeiro',
      'Carvalho',
      'Gomes',
    ],
    female: ['Maria', 'Ana', 'Teresa', 'Beatriz', 'Inês', 'Sofia', 'Helena', 'Clara'],
    male: ['João', 'António', 'Manuel', 'Pedro', 'Rui', 'Tiago', 'Miguel', 'Carlos'],
  },
  english: {
    family: ['Baker', 'Cooper', 'Walker', 'Hughes', 'Carter', 'Foster', 'Palmer', 'Reed', 'Harvey', 'Marsh'],
    female: ['Alice', 'Emma', 'Grace', 'Helen', 'Jane', 'Laura', 'Rachel', 'Susan'],
    male: ['Adam', 'Daniel', 'George', 'James', 'Martin', 'Peter', 'Simon', 'Thomas'],
  },
  indian: {
    family: ['Sharma', 'Patel', 'Nair', 'Rao', 'Gupta', 'Iyer', 'Mehta', 'Das', 'Reddy', 'Joshi'],
    female: ['Anita', 'Deepa', 'Kavya', 'Meera', 'Priya', 'Sunita', 'Lakshmi', 'Asha'],
    male: ['Arjun', 'Deepak', 'Kiran', 'Mohan', 'Rahul', 'Sanjay', 'Vijay', 'Anil'],
  },
  african: {
    family: ['Okafor', 'Mensah', 'Adeyemi', 'Kamau', 'Diallo', 'Nkosi', 'Abebe', 'Banda', 'Owusu', 'Mutua'],
    female: ['Amina', 'Grace', 'Abena', 'Wanjiru', 'Zola', 'Esther', 'Fatou', 'Thandi'],
    male: ['Kwame', 'Samuel', 'Tunde', 'Juma', 'Sipho', 'Daniel', 'Kofi', 'Musa'],
  },
} as const;
export type NameLanguage = keyof typeof OTHER_NAMES;
