import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('register-imports', {
  zh: {
    title: '表格导入',
    hint: '把主体、产地、产品、执法证件的表格成批录入。先预检，逐行说明会怎样；全部合格后由人确认导入。',
    none: '还没有导入过表格。先导出登记簿，按它的格式填写，再在这里导入。',
    newImport: '导入表格',
    send: '上传并预检',
    sending: '正在上传',
    register: '登记簿',
    file: '文件（.xlsx 或 UTF-8 编码的 CSV，最多 5 万行）',
    fileMissing: '请选择文件',
    template: '格式与导出相同：',
    exported: '导出该登记簿（Excel）',
    rows: '行数',
    state: '状态',
    progress: '进度',
    ofRows: '{{done}} / {{rows}} 行',
    by: '导入人',
    at: '时间',
    digest: '文件 SHA-256',
    store: '确认导入',
    storeHint: '将写入 {{created}} 条新记录，更改 {{updated}} 条，{{unchanged}} 条不变。',
    cancel: '取消',
    cancelHint: '停止导入。已写入的行保留，其余不再写入。',
    counts: '结果',
    rowsTitle: '逐行结果',
    outcome: '结果',
    line: '行号',
    stored: '已写入',
    notStored: '未写入',
    errors: '问题',
    noRows: '没有这样的行。',
    notYet: '正在预检，完成一部分后在这里逐行列出。',
  },
  en: {
    title: 'Tables',
    hint: 'Takes tables of producers, sites, products and enforcement certificates. First a trial says what would become of each row; once every row is good, a person has the table stored.',
    none: 'No tables yet. Export a register, fill in a table of the same form, and load it here.',
    newImport: 'Load a table',
    send: 'Send and try',
    sending: 'Sending',
    register: 'Register',
    file: 'File (.xlsx or CSV in UTF-8, at most 50 000 rows)',
    fileMissing: 'Choose a file',
    template: 'The form is that of the export:',
    exported: 'export this register (Excel)',
    rows: 'Rows',
    state: 'State',
    progress: 'Progress',
    ofRows: '{{done}} of {{rows}} rows',
    by: 'By',
    at: 'At',
    digest: 'SHA-256 of the file',
    store: 'Store the table',
    storeHint: 'Makes {{created}} new records and changes {{updated}}; {{unchanged}} stay as they are.',
    cancel: 'Cancel',
    cancelHint: 'Ends the loading. Rows that are stored stay, the others are not stored.',
    counts: 'Outcome',
    rowsTitle: 'Row by row',
    outcome: 'Outcome',
    line: 'Line',
    stored: 'stored',
    notStored: 'not stored',
    errors: 'What is wrong',
    noRows: 'There are no such rows.',
    notYet: 'The table is being tried; its rows are listed here part by part.',
  },
});

export const useImportTexts = () => useTexts(texts);

const registers = {
  producers: { zh: '生产经营主体', en: 'Producers' },
  sites: { zh: '产地', en: 'Sites' },
  products: { zh: '产品', en: 'Products' },
  'officer-certificates': { zh: '执法证件', en: 'Enforcement certificates' },
};
export const importedRegisters = Object.keys(registers) as (keyof typeof registers)[];
export const useRegisterName = () => useWords(registers);

export const useImportState = () =>
  useWords({
    checking: { zh: '预检中', en: 'Being tried' },
    checked: { zh: '预检合格，待确认', en: 'Ready to be stored' },
    refused: { zh: '预检不合格', en: 'Rows are wrong' },
    storing: { zh: '导入中', en: 'Being stored' },
    stored: { zh: '已导入', en: 'Stored' },
    halted: { zh: '中止', en: 'Halted' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  });

const outcomes = {
  created: { zh: '新增', en: 'New' },
  updated: { zh: '更改', en: 'Changed' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  refused: { zh: '不合格', en: 'Refused' },
};
export const rowOutcomes = Object.keys(outcomes) as (keyof typeof outcomes)[];
export const useOutcome = () => useWords(outcomes);
