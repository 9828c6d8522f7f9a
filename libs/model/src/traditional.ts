/** Traditional characters that statutory words, headings and the narrative of a report are made of, each before its simplified form. */
const PAIRS = [
  '總总體体況况動动開开國国務务處处請请關关係系條条項项內内製制發发廢废現现數数規规範范許许罰罚強强額额單单萬万億亿業业費费來来與与轉转結结繼继續续辦办區区別别這这計计屬属於于祕秘穩稳護护權权類类過过執执詢询無无沒没補补確确',
  '獲获繳缴納纳複复復复覆复議议訴诉訟讼維维糾纠審审經经後后問问題题進进報报機机構构會会團团組组織织縣县產产為为據据統统時时實实應应對对該该決决檔档當当認认違违達达導导電电網网戶户門门將将給给從从員员參参號号專专欄栏設设監监',
  '農农鄉乡鎮镇廳厅編编聯联學学衛卫環环財财稅税勞劳資资險险質质檢检藍蓝餘余採采購购級级徵征減减調调樣样變变長长東东寧宁陽阳龍龙雲云標标準准態态術术證证稱称響响場场責责傳传佈布佔占幹干優优評评識识語语說说讀读訓训誤误論论談谈',
  '講讲記记訪访諮咨週周還还運运連连選选遞递郵邮錄录錯错針针鐘钟間间閱阅陳陈隨随難难預预領领顯显風风飛飞養养馬马點点齊齐兩两個个偽伪價价備备側侧償偿儲储兒儿劃划則则剛刚創创勢势匯汇協协卻却廠厂雙双叢丛啟启圖图園园圓圆墊垫壓压',
  '壞坏夠够夾夹奪夺婦妇孫孙寶宝寫写寬宽尋寻屆届層层島岛崗岗師师帶带幾几庫库廣广彙汇徹彻恆恒悅悦惡恶憲宪懷怀戲戏拋抛挾挟揚扬換换擔担擁拥擇择擊击擬拟擴扩攜携敗败斷断曆历書书極极榮荣歲岁歷历歸归殘残殼壳氣气沖冲淨净測测湯汤溝沟',
  '滅灭滿满漢汉潔洁灣湾災灾爭争牆墙狀状獎奖畫画療疗盡尽盤盘眾众碼码礎础禮礼種种積积簡简糧粮紀纪約约紙纸細细絕绝綜综綠绿緊紧線线練练縮缩績绩縱纵繫系罷罢羅罗聖圣聞闻聲声職职聽听肅肃脈脉腦脑臨临舉举舊旧莊庄華华葉叶蘇苏虛虚蟲虫',
  '衝冲裝装覽览觀观訂订討讨託托註注試试詳详誠诚諾诺謀谋豐丰負负貢贡貧贫貨货貫贯貴贵買买貸贷貿贸賀贺賓宾賠赔賬账賴赖贈赠趙赵趨趋躍跃車车軌轨軍军軟软輔辅輕轻輛辆輯辑輸输邊边鄭郑醫医釋释鋼钢錢钱鍵键鎖锁鐵铁閉闭闊阔隊队階阶際际',
  '雜杂離离靈灵靜静頁页頂顶順顺須须頒颁頓顿頭头頻频顧顾飯饭飲饮館馆騎骑驗验驚惊髮发鬥斗魚鱼鳥鸟麗丽黃黄黨党齡龄',
].join('');

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, at) => [PAIRS.charAt(at * 2), PAIRS.charAt(at * 2 + 1)]),
);
export const TRADITIONAL: ReadonlySet<string> = new Set(SIMPLIFIED.keys());
const EVERY = new RegExp(`[${[...TRADITIONAL].join('')}]`, 'g');

/** Character by character, so that the length stays. */
export function simplifiedText(text: string): string {
  return hasTraditional(text) ? text.replace(EVERY, (character) => SIMPLIFIED.get(character) ?? character) : text;
}

/** Looking at each code unit is many times faster than so large a class of characters. */
const IS_TRADITIONAL = new Uint8Array(0x10000);
for (const character of TRADITIONAL) IS_TRADITIONAL[character.charCodeAt(0)] = 1;

function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (IS_TRADITIONAL[text.charCodeAt(at)] === 1) return true;
  return false;
}
