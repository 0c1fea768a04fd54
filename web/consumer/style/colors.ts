/** Colours as custom properties; each text colour has at least 4.5 : 1 against its ground in both schemes. */
export const colors = `
:root{
  color-scheme:light dark;
  --page:#f5f4ef;--surface:#fffefb;--ink:#1b2420;--soft:#545e58;--line:#dcdacf;--accent:#1f5b46;--on-accent:#fff;
  --official:#14603d;--official-ground:#e4f1e8;
  --commissioned:#0b5f69;--commissioned-ground:#e1f0f1;
  --self:#34507f;--self-ground:#e7edf7;
  --free:#5b4a86;--free-ground:#eeeaf6;
  --grey:#535b5f;--grey-ground:#ecedeb;
  --held:#963800;--held-ground:#fdeedf;
  --fail:#a8071a;--fail-ground:#fdebea;
  --caution:#7a4d00;--caution-ground:#fbf2db;
  --red:#a8071a;--on-red:#fff;--orange:#fa8c16;--on-orange:#2b1700;--yellow:#ffe58f;--on-yellow:#332600;--blue:#0958d9;--on-blue:#fff;
  --rim:transparent;
}
@media screen and (prefers-color-scheme:dark){
  :root{
    --page:#121614;--surface:#1b211e;--ink:#e8ece8;--soft:#a5b0a9;--line:#353e39;--accent:#7fc9a6;--on-accent:#0c1f17;
    --official:#7fd3a4;--official-ground:#173426;
    --commissioned:#7fccd6;--commissioned-ground:#153236;
    --self:#a3bdf0;--self-ground:#1f2a40;
    --free:#c3b2f0;--free-ground:#2a2440;
    --grey:#b7c0bb;--grey-ground:#2a302d;
    --held:#ffb27a;--held-ground:#3d2614;
    --fail:#ff9c94;--fail-ground:#451a1a;
    --caution:#f0c878;--caution-ground:#382c12;
    --rim:#ffffff66;
  }
}`;
