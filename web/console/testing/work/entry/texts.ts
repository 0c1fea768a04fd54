import { defineTexts, useTexts } from '../../../shared/texts.ts';

const texts = defineTexts('result-grid', {
  zh: {
    title: '批量录入结果',
    how: '回车向下，Tab 向右，方向键移动，Esc 还原；可从 Excel 粘贴，“未检出”记为 <LOD。只提交填了结果的行，全部保存或全部不保存。',
    sample: '样品',
    analyte: '项目',
    value: '结果',
    unit: '单位',
    loq: '定量限',
    method: '检测方法',
    verdict: '判定（未保存）',
    unreadable: '请填数字，或 <LOQ、<LOD、<数字',
    beyond: '粘贴的内容有 {{count}} 个单元格超出表格，未填入。',
    submit: '提交 {{count}} 行',
    stored: '已保存 {{count}} 个结果',
    refused: '有 {{count}} 行不能保存，全部未提交；请按提示改正。',
    empty: '没有安排给您的检测任务。',
  },
  en: {
    title: 'Enter results in a grid',
    how: 'Enter moves down, Tab right, arrows about, Esc takes back; paste from Excel. ND and 未检出 count as <LOD. Rows with a value are stored, all or none.',
    sample: 'Sample',
    analyte: 'Analyte',
    value: 'Result',
    unit: 'Unit',
    loq: 'LOQ',
    method: 'Method',
    verdict: 'Verdict (not stored yet)',
    unreadable: 'must be a number, or <LOQ, <LOD or < and a number',
    beyond: '{{count}} pasted cells lie outside the grid and were not put in.',
    submit: 'Store {{count}} rows',
    stored: '{{count}} results stored',
    refused: '{{count}} rows cannot be stored, so none was: mend them where it says.',
    empty: 'No test waits for you.',
  },
});

export const useGridTexts = () => useTexts(texts);
