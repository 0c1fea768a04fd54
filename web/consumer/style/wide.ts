/** Larger screens, the start page and paper. */
export const wide = `
.lookup{max-width:38rem;padding:2.5rem 0 1rem}
.lookup h1{font-size:2rem}
.lookup>p{margin-top:.75rem}
.lookup form{margin:1.5rem 0;padding:1.125rem;background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
.lookup h2{margin-top:1.5rem;font-size:1.125rem}
.lookup ul{margin:.375rem 0 0 1.25rem;list-style:disc}
label{display:block;font-weight:600}
.field{display:flex;flex-wrap:wrap;margin:.5rem -.375rem 0}
input{flex:1 1 12rem;min-width:0;margin:.25rem .375rem;padding:.625rem .75rem;border:1px solid var(--soft);border-radius:.375rem;background:var(--page);color:var(--ink);font:1.125rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.lookup fieldset{margin:0;padding:0;border:0}
.lookup textarea{width:100%;padding:.5rem;font:inherit;color:inherit;background:var(--page)}
.lookup input[type=file]{width:100%;margin:.25rem 0;font:inherit}
.field button{flex:0 0 auto;margin:.25rem .375rem}
@media (min-width:56rem){
  .frame{padding:0 2rem}
  .title{padding:2rem 0 1.25rem}
  h1{font-size:2.25rem}
  .answer{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);grid-column-gap:2.5rem}
  .answer .judgement{grid-row:1/span 2}
  .answer.grave .judgement{grid-row:1}
  .answer .measures{grid-column:1}
  .verdict{padding:1.5rem 1.5rem 1.125rem}
  .verdict h2{font-size:1.875rem}
  .facts{padding-top:0}
  .answer{grid-template-rows:auto 1fr}
  .contents{align-self:start}
  .columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);grid-column-gap:2.5rem}
  .section{padding-top:2.5rem}
}
@media print{
  body{background:#fff;font-size:10pt}
  .top .language,.skip,.contents,details,.call,.other,.share{display:none}
  .address{display:block}
  .verdict,.alerts,.test,.bar,.level,.strength i{-webkit-print-color-adjust:exact;print-color-adjust:exact}
  .test,.alert,.result,.environment,.journey li,.missing li{page-break-inside:avoid;break-inside:avoid}
}`;
