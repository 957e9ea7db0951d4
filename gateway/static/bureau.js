/*! Includes Lit (c) Google LLC, BSD-3-Clause, and socket.io-client (c) Guillermo Rauch, MIT. */
"use strict";(()=>{var Pr=Object.defineProperty;var Us=Object.getOwnPropertyDescriptor;var js=(i,t)=>{for(var e in t)Pr(i,e,{get:t[e],enumerable:!0})};var a=(i,t,e,r)=>{for(var s=r>1?void 0:r?Us(t,e):t,n=i.length-1,o;n>=0;n--)(o=i[n])&&(s=(r?o(t,e,s):o(s))||s);return r&&s&&Pr(t,e,s),s};var dt=globalThis,ut=dt.ShadowRoot&&(dt.ShadyCSS===void 0||dt.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Qt=Symbol(),Lr=new WeakMap,Ue=class{constructor(t,e,r){if(this._$cssResult$=!0,r!==Qt)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(ut&&t===void 0){let r=e!==void 0&&e.length===1;r&&(t=Lr.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),r&&Lr.set(e,t))}return t}toString(){return this.cssText}},qr=i=>new Ue(typeof i=="string"?i:i+"",void 0,Qt),m=(i,...t)=>{let e=i.length===1?i[0]:t.reduce((r,s,n)=>r+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+i[n+1],i[0]);return new Ue(e,i,Qt)},Dr=(i,t)=>{if(ut)i.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let r=document.createElement("style"),s=dt.litNonce;s!==void 0&&r.setAttribute("nonce",s),r.textContent=e.cssText,i.appendChild(r)}},Zt=ut?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let e="";for(let r of t.cssRules)e+=r.cssText;return qr(e)})(i):i;var{is:Vs,defineProperty:Fs,getOwnPropertyDescriptor:Bs,getOwnPropertyNames:Ks,getOwnPropertySymbols:Ws,getPrototypeOf:Gs}=Object,ht=globalThis,Ir=ht.trustedTypes,Ys=Ir?Ir.emptyScript:"",Js=ht.reactiveElementPolyfillSupport,je=(i,t)=>i,Ve={toAttribute(i,t){switch(t){case Boolean:i=i?Ys:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let e=i;switch(t){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},ft=(i,t)=>!Vs(i,t),zr={attribute:!0,type:String,converter:Ve,reflect:!1,useDefault:!1,hasChanged:ft};Symbol.metadata??=Symbol("metadata"),ht.litPropertyMetadata??=new WeakMap;var J=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=zr){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let r=Symbol(),s=this.getPropertyDescriptor(t,r,e);s!==void 0&&Fs(this.prototype,t,s)}}static getPropertyDescriptor(t,e,r){let{get:s,set:n}=Bs(this.prototype,t)??{get(){return this[e]},set(o){this[e]=o}};return{get:s,set(o){let p=s?.call(this);n?.call(this,o),this.requestUpdate(t,p,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??zr}static _$Ei(){if(this.hasOwnProperty(je("elementProperties")))return;let t=Gs(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(je("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(je("properties"))){let e=this.properties,r=[...Ks(e),...Ws(e)];for(let s of r)this.createProperty(s,e[s])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[r,s]of e)this.elementProperties.set(r,s)}this._$Eh=new Map;for(let[e,r]of this.elementProperties){let s=this._$Eu(e,r);s!==void 0&&this._$Eh.set(s,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let r=new Set(t.flat(1/0).reverse());for(let s of r)e.unshift(Zt(s))}else t!==void 0&&e.push(Zt(t));return e}static _$Eu(t,e){let r=e.attribute;return r===!1?void 0:typeof r=="string"?r:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let r of e.keys())this.hasOwnProperty(r)&&(t.set(r,this[r]),delete this[r]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Dr(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,e,r){this._$AK(t,r)}_$ET(t,e){let r=this.constructor.elementProperties.get(t),s=this.constructor._$Eu(t,r);if(s!==void 0&&r.reflect===!0){let n=(r.converter?.toAttribute!==void 0?r.converter:Ve).toAttribute(e,r.type);this._$Em=t,n==null?this.removeAttribute(s):this.setAttribute(s,n),this._$Em=null}}_$AK(t,e){let r=this.constructor,s=r._$Eh.get(t);if(s!==void 0&&this._$Em!==s){let n=r.getPropertyOptions(s),o=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:Ve;this._$Em=s;let p=o.fromAttribute(e,n.type);this[s]=p??this._$Ej?.get(s)??p,this._$Em=null}}requestUpdate(t,e,r,s=!1,n){if(t!==void 0){let o=this.constructor;if(s===!1&&(n=this[t]),r??=o.getPropertyOptions(t),!((r.hasChanged??ft)(n,e)||r.useDefault&&r.reflect&&n===this._$Ej?.get(t)&&!this.hasAttribute(o._$Eu(t,r))))return;this.C(t,e,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:r,reflect:s,wrapped:n},o){r&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,o??e??this[t]),n!==!0||o!==void 0)||(this._$AL.has(t)||(this.hasUpdated||r||(e=void 0),this._$AL.set(t,e)),s===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[s,n]of this._$Ep)this[s]=n;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[s,n]of r){let{wrapped:o}=n,p=this[s];o!==!0||this._$AL.has(s)||p===void 0||this.C(s,void 0,n,p)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(e)):this._$EM()}catch(r){throw t=!1,this._$EM(),r}t&&this._$AE(e)}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(t){}firstUpdated(t){}};J.elementStyles=[],J.shadowRootOptions={mode:"open"},J[je("elementProperties")]=new Map,J[je("finalized")]=new Map,Js?.({ReactiveElement:J}),(ht.reactiveElementVersions??=[]).push("2.1.2");var tr=globalThis,Hr=i=>i,mt=tr.trustedTypes,Ur=mt?mt.createPolicy("lit-html",{createHTML:i=>i}):void 0,rr="$lit$",X=`lit$${Math.random().toFixed(9).slice(2)}$`,ir="?"+X,Xs=`<${ir}>`,me=document,Be=()=>me.createComment(""),Ke=i=>i===null||typeof i!="object"&&typeof i!="function",sr=Array.isArray,Wr=i=>sr(i)||typeof i?.[Symbol.iterator]=="function",er=`[ 	
\f\r]`,Fe=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,jr=/-->/g,Vr=/>/g,he=RegExp(`>|${er}(?:([^\\s"'>=/]+)(${er}*=${er}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Fr=/'/g,Br=/"/g,Gr=/^(?:script|style|textarea|title)$/i,nr=i=>(t,...e)=>({_$litType$:i,strings:t,values:e}),c=nr(1),ko=nr(2),$o=nr(3),H=Symbol.for("lit-noChange"),u=Symbol.for("lit-nothing"),Kr=new WeakMap,fe=me.createTreeWalker(me,129);function Yr(i,t){if(!sr(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return Ur!==void 0?Ur.createHTML(t):t}var Jr=(i,t)=>{let e=i.length-1,r=[],s,n=t===2?"<svg>":t===3?"<math>":"",o=Fe;for(let p=0;p<e;p++){let d=i[p],b,$,v=-1,_=0;for(;_<d.length&&(o.lastIndex=_,$=o.exec(d),$!==null);)_=o.lastIndex,o===Fe?$[1]==="!--"?o=jr:$[1]!==void 0?o=Vr:$[2]!==void 0?(Gr.test($[2])&&(s=RegExp("</"+$[2],"g")),o=he):$[3]!==void 0&&(o=he):o===he?$[0]===">"?(o=s??Fe,v=-1):$[1]===void 0?v=-2:(v=o.lastIndex-$[2].length,b=$[1],o=$[3]===void 0?he:$[3]==='"'?Br:Fr):o===Br||o===Fr?o=he:o===jr||o===Vr?o=Fe:(o=he,s=void 0);let E=o===he&&i[p+1].startsWith("/>")?" ":"";n+=o===Fe?d+Xs:v>=0?(r.push(b),d.slice(0,v)+rr+d.slice(v)+X+E):d+X+(v===-2?p:E)}return[Yr(i,n+(i[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),r]},We=class i{constructor({strings:t,_$litType$:e},r){let s;this.parts=[];let n=0,o=0,p=t.length-1,d=this.parts,[b,$]=Jr(t,e);if(this.el=i.createElement(b,r),fe.currentNode=this.el.content,e===2||e===3){let v=this.el.content.firstChild;v.replaceWith(...v.childNodes)}for(;(s=fe.nextNode())!==null&&d.length<p;){if(s.nodeType===1){if(s.hasAttributes())for(let v of s.getAttributeNames())if(v.endsWith(rr)){let _=$[o++],E=s.getAttribute(v).split(X),A=/([.?@])?(.*)/.exec(_);d.push({type:1,index:n,name:A[2],strings:E,ctor:A[1]==="."?vt:A[1]==="?"?bt:A[1]==="@"?yt:ve}),s.removeAttribute(v)}else v.startsWith(X)&&(d.push({type:6,index:n}),s.removeAttribute(v));if(Gr.test(s.tagName)){let v=s.textContent.split(X),_=v.length-1;if(_>0){s.textContent=mt?mt.emptyScript:"";for(let E=0;E<_;E++)s.append(v[E],Be()),fe.nextNode(),d.push({type:2,index:++n});s.append(v[_],Be())}}}else if(s.nodeType===8)if(s.data===ir)d.push({type:2,index:n});else{let v=-1;for(;(v=s.data.indexOf(X,v+1))!==-1;)d.push({type:7,index:n}),v+=X.length-1}n++}}static createElement(t,e){let r=me.createElement("template");return r.innerHTML=t,r}};function ge(i,t,e=i,r){if(t===H)return t;let s=r!==void 0?e._$Co?.[r]:e._$Cl,n=Ke(t)?void 0:t._$litDirective$;return s?.constructor!==n&&(s?._$AO?.(!1),n===void 0?s=void 0:(s=new n(i),s._$AT(i,e,r)),r!==void 0?(e._$Co??=[])[r]=s:e._$Cl=s),s!==void 0&&(t=ge(i,s._$AS(i,t.values),s,r)),t}var gt=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:e},parts:r}=this._$AD,s=(t?.creationScope??me).importNode(e,!0);fe.currentNode=s;let n=fe.nextNode(),o=0,p=0,d=r[0];for(;d!==void 0;){if(o===d.index){let b;d.type===2?b=new Ce(n,n.nextSibling,this,t):d.type===1?b=new d.ctor(n,d.name,d.strings,this,t):d.type===6&&(b=new xt(n,this,t)),this._$AV.push(b),d=r[++p]}o!==d?.index&&(n=fe.nextNode(),o++)}return fe.currentNode=me,s}p(t){let e=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(t,r,e),e+=r.strings.length-2):r._$AI(t[e])),e++}},Ce=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,r,s){this.type=2,this._$AH=u,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=r,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=ge(this,t,e),Ke(t)?t===u||t==null||t===""?(this._$AH!==u&&this._$AR(),this._$AH=u):t!==this._$AH&&t!==H&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Wr(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==u&&Ke(this._$AH)?this._$AA.nextSibling.data=t:this.T(me.createTextNode(t)),this._$AH=t}$(t){let{values:e,_$litType$:r}=t,s=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=We.createElement(Yr(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===s)this._$AH.p(e);else{let n=new gt(s,this),o=n.u(this.options);n.p(e),this.T(o),this._$AH=n}}_$AC(t){let e=Kr.get(t.strings);return e===void 0&&Kr.set(t.strings,e=new We(t)),e}k(t){sr(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,r,s=0;for(let n of t)s===e.length?e.push(r=new i(this.O(Be()),this.O(Be()),this,this.options)):r=e[s],r._$AI(n),s++;s<e.length&&(this._$AR(r&&r._$AB.nextSibling,s),e.length=s)}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);t!==this._$AB;){let r=Hr(t).nextSibling;Hr(t).remove(),t=r}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},ve=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,r,s,n){this.type=1,this._$AH=u,this._$AN=void 0,this.element=t,this.name=e,this._$AM=s,this.options=n,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=u}_$AI(t,e=this,r,s){let n=this.strings,o=!1;if(n===void 0)t=ge(this,t,e,0),o=!Ke(t)||t!==this._$AH&&t!==H,o&&(this._$AH=t);else{let p=t,d,b;for(t=n[0],d=0;d<n.length-1;d++)b=ge(this,p[r+d],e,d),b===H&&(b=this._$AH[d]),o||=!Ke(b)||b!==this._$AH[d],b===u?t=u:t!==u&&(t+=(b??"")+n[d+1]),this._$AH[d]=b}o&&!s&&this.j(t)}j(t){t===u?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},vt=class extends ve{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===u?void 0:t}},bt=class extends ve{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==u)}},yt=class extends ve{constructor(t,e,r,s,n){super(t,e,r,s,n),this.type=5}_$AI(t,e=this){if((t=ge(this,t,e,0)??u)===H)return;let r=this._$AH,s=t===u&&r!==u||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,n=t!==u&&(r===u||s);s&&this.element.removeEventListener(this.name,this,r),n&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},xt=class{constructor(t,e,r){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(t){ge(this,t)}},Xr={M:rr,P:X,A:ir,C:1,L:Jr,R:gt,D:Wr,V:ge,I:Ce,H:ve,N:bt,U:yt,B:vt,F:xt},Qs=tr.litHtmlPolyfillSupport;Qs?.(We,Ce),(tr.litHtmlVersions??=[]).push("3.3.3");var Qr=(i,t,e)=>{let r=e?.renderBefore??t,s=r._$litPart$;if(s===void 0){let n=e?.renderBefore??null;r._$litPart$=s=new Ce(t.insertBefore(Be(),n),n,void 0,e??{})}return s._$AI(i),s};var or=globalThis,y=class extends J{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Qr(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return H}};y._$litElement$=!0,y.finalized=!0,or.litElementHydrateSupport?.({LitElement:y});var Zs=or.litElementPolyfillSupport;Zs?.({LitElement:y});(or.litElementVersions??=[]).push("4.2.2");var x=i=>(t,e)=>{e!==void 0?e.addInitializer(()=>{customElements.define(i,t)}):customElements.define(i,t)};var en={attribute:!0,type:String,converter:Ve,reflect:!1,hasChanged:ft},tn=(i=en,t,e)=>{let{kind:r,metadata:s}=e,n=globalThis.litPropertyMetadata.get(s);if(n===void 0&&globalThis.litPropertyMetadata.set(s,n=new Map),r==="setter"&&((i=Object.create(i)).wrapped=!0),n.set(e.name,i),r==="accessor"){let{name:o}=e;return{set(p){let d=t.get.call(this);t.set.call(this,p),this.requestUpdate(o,d,i,!0,p)},init(p){return p!==void 0&&this.C(o,void 0,i,p),p}}}if(r==="setter"){let{name:o}=e;return function(p){let d=this[o];t.call(this,p),this.requestUpdate(o,d,i,!0,p)}}throw Error("Unsupported decorator location: "+r)};function h(i){return(t,e)=>typeof e=="object"?tn(i,t,e):((r,s,n)=>{let o=s.hasOwnProperty(n);return s.constructor.createProperty(n,r),o?Object.getOwnPropertyDescriptor(s,n):void 0})(i,t,e)}function f(i){return h({...i,state:!0,attribute:!1})}var be=(i,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(i,t,e),e);function g(i,t){return(e,r,s)=>{let n=o=>o.renderRoot?.querySelector(i)??null;if(t){let{get:o,set:p}=typeof r=="object"?e:s??(()=>{let d=Symbol();return{get(){return this[d]},set(b){this[d]=b}}})();return be(e,r,{get(){let d=o.call(this);return d===void 0&&(d=n(this),(d!==null||this.hasUpdated)&&p.call(this,d)),d}})}return be(e,r,{get(){return n(this)}})}}function Ge(i,t){switch(i.kind){case"bot":return i.name??"Assistant";case"agent":return i.name??"Agent";case"system":return"Information";case"client":return t==="client"?"Vous":"Client"}}var S={transcript:"Conversation",typing:i=>`${i} \xE9crit\u2026`,said:i=>`${i}\xA0:`,choices:i=>`Choix\xA0: ${i.join(", ")}.`,newMessages:"Nouveaux messages",read:"Lu",waiting:"Sera envoy\xE9 au retour de la connexion",notSent:i=>`Non envoy\xE9. ${i}`,retry:"R\xE9essayer",edit:"Modifier",remove:"Retirer",composer:"Votre message",send:"Envoyer",tooLong:(i,t)=>`Votre message compte ${wt(i)} caract\xE8res; la limite est de ${wt(t)}. Raccourcissez-le avant de l\u2019envoyer.`,length:(i,t)=>`${wt(i)} sur ${wt(t)} caract\xE8res`};function wt(i){return i.toLocaleString("fr-CA")}var rn=500,sn=8e3,kt=class{constructor(t,e){this.pending=[];this.speak=()=>{[this.current,this.next]=[this.next,this.current],this.current.textContent=nn(this.pending,this.viewer),this.next.textContent="",this.pending=[],this.burstTimer=void 0,clearTimeout(this.clearTimer),this.clearTimer=setTimeout(()=>this.current.textContent="",sn)};[this.next,this.current]=t,this.viewer=e}announce(...t){t.length!==0&&(this.pending.push(...t),this.burstTimer??=setTimeout(this.speak,rn))}stop(){clearTimeout(this.burstTimer),clearTimeout(this.clearTimer),this.burstTimer=void 0,this.pending=[]}};function nn(i,t){let e=[],r;for(let n of i){if(typeof n=="string"){e.push(n),r=void 0;continue}let o=Ge(n.from,t);o!==r&&e.push(S.said(o)),r=o,e.push(n.text)}let s=on(i.at(-1));return s.length>0&&e.push(S.choices(s)),e.join(" ")}function on(i){return typeof i=="object"?i.buttons.map(t=>t.title):[]}var w=m`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  button {
    min-block-size: var(--portail-target);
    padding: 8px 16px;
    border: 1px solid var(--portail-line-control);
    border-radius: var(--portail-radius-round);
    background: var(--portail-surface);
    color: var(--portail-text);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
    touch-action: manipulation;
  }

  button.primary {
    border-color: var(--portail-accent);
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  button.icon {
    display: grid;
    place-items: center;
    inline-size: var(--portail-target);
    padding: 0;
  }

  button.icon:not(.primary) {
    border-color: transparent;
    background: transparent;
  }

  /* A finger does not hover: what it has touched would keep the look. */
  @media (hover: hover) {
    button:hover {
      border-color: var(--portail-accent);
      background: var(--portail-accent-soft);
    }

    button.primary:hover {
      border-color: var(--portail-accent-strong);
      background: var(--portail-accent-strong);
    }

    button.icon:not(.primary):hover {
      background: var(--portail-accent-soft);
    }
  }

  button[aria-disabled="true"] {
    border-color: var(--portail-line);
    background: transparent;
    color: var(--portail-text-quiet);
    cursor: default;
  }

  :focus-visible {
    outline: 3px solid var(--portail-focus);
    outline-offset: 2px;
  }

  svg {
    display: block;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.75;
  }

  a {
    color: var(--portail-accent);
    font-weight: 600;
    text-underline-offset: 2px;
    white-space: nowrap;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  [hidden] {
    display: none !important;
  }

  @media (forced-colors: active) {
    button[aria-disabled="true"] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;function Q(){let i=crypto.getRandomValues(new Uint8Array(16));return i[6]=i[6]&15|64,i[8]=i[8]&63|128,Array.from(i,e=>e.toString(16).padStart(2,"0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/,"$1-$2-$3-$4-$5")}var $t=class{constructor(t){this.entries=[];this.online=!1;this.connection=0;this.delivering=!1;this.options=t}add(t){this.change([...this.entries,{id:Q(),content:t,status:"queued"}]),this.deliverQueued()}retry(t){this.update(t,ar),this.deliverQueued()}remove(t){this.entries.some(e=>e.id===t)&&this.change(this.entries.filter(e=>e.id!==t))}clear(){this.change([])}resume(){if(!this.online){this.online=!0,this.connection+=1;for(let{id:t,status:e}of this.entries)e==="accepted"&&this.update(t,ar);this.deliverQueued()}}pause(){this.online=!1}async deliverQueued(){if(!this.delivering){this.delivering=!0;for(let t=this.nextQueued();t;t=this.nextQueued())await this.deliver(t);this.delivering=!1}}nextQueued(){return this.online?this.entries.find(t=>t.status==="queued"):void 0}async deliver({id:t,content:e}){this.update(t,s=>({...s,status:"sending"}));let r=this.connection;try{let s=await this.options.deliver(t,e);s.ok?this.update(t,n=>({...n,status:"accepted"})):(this.update(t,n=>({...n,status:"refused",error:s.error})),this.options.onRefused(s.error))}catch{r===this.connection&&(this.online=!1),this.update(t,ar)}}update(t,e){this.change(this.entries.map(r=>r.id===t?e(r):r))}change(t){this.entries=t,this.options.onChange()}};function ar({id:i,content:t}){return{id:i,content:t,status:"queued"}}var an=new Intl.DateTimeFormat("fr-CA",{hour:"numeric",minute:"2-digit"}),ln=new Intl.DateTimeFormat("fr-CA",{weekday:"long",day:"numeric",month:"long"}),va=new Intl.DateTimeFormat("fr-CA",{dateStyle:"long",timeStyle:"short"});function ye(i){return an.format(new Date(i))}function xe(i,t=new Date){let e=new Date(i).toDateString(),r=new Date(t);return r.setDate(t.getDate()-1),e===t.toDateString()?"Aujourd\u2019hui":e===r.toDateString()?"Hier":ln.format(new Date(i))}var cn=6e4,lr=60,pn={code_utilisateur:"le code d\u2019utilisateur",prenom:"le pr\xE9nom",nom:"le nom",courriel:"l\u2019adresse courriel",telephone:"le num\xE9ro de t\xE9l\xE9phone",carte:"le num\xE9ro de carte",nas:"le num\xE9ro d\u2019assurance sociale",mot_de_passe:"le mot de passe",lien:"le lien"};function Zr(i){return pn[i]??"le renseignement"}var l={product:"Bureau",subtitle:"Service \xE0 la client\xE8le",title:i=>i>0?`(${i}) Bureau`:"Bureau",pages:{label:"Pages",desk:"Bureau",team:"\xC9quipe",figures:"Chiffres",inbox:"Incompris",newTab:"(nouvel onglet)"},signInTitle:"Connexion au bureau",login:"Identifiant",password:"Mot de passe",signIn:"Se connecter",signingIn:"Connexion\u2026",signOut:"Se d\xE9connecter",changePassword:{open:"Mot de passe",title:"Changer de mot de passe",effect:"Vos autres sessions se terminent; celle-ci continue.",current:"Mot de passe actuel",new:"Nouveau mot de passe",hint:"Au moins 12 caract\xE8res. Une phrase que vous retenez convient tr\xE8s bien.",show:"Afficher les mots de passe",save:"Enregistrer",incomplete:"Entrez les deux mots de passe.",done:"Votre mot de passe est chang\xE9.",close:"Fermer"},signInIncomplete:"Entrez votre identifiant et votre mot de passe.",sessionEnded:"Votre session est termin\xE9e. Connectez-vous de nouveau.",unreachable:"Le serveur ne r\xE9pond pas. R\xE9essayez dans un moment.",connecting:"Connexion au serveur\u2026",disconnected:"La connexion est interrompue; nous essayons de la r\xE9tablir. Ce que vous \xE9crivez partira \xE0 son retour.",reconnected:"La connexion est r\xE9tablie.",queue:"File",groups:{waiting:"En attente",mine:"Mes conversations",others:"Avec d\u2019autres agents"},noneWaiting:"Personne n\u2019attend. Les nouvelles demandes appara\xEEtront ici.",closedHours:"Hors des heures d\u2019ouverture\xA0: les clients se font offrir un rappel.",fraud:"Fraude",priority:"Prioritaire",returned:"Revenu",warned:"Avis\xE9 de la fermeture",reference:i=>`R\xE9f.\xA0${i}`,online:"Client en ligne",offline:"Client parti",unread:i=>i===1?"1 nouveau message":`${i} nouveaux messages`,with:i=>`Avec ${i}`,newCase:i=>`Nouvelle demande\xA0: ${i}.`,returnedCase:i=>`Demande revenue dans la file\xA0: ${i}.`,given:i=>`Une conversation vous est confi\xE9e\xA0: ${i}.`,takenBack:i=>`La conversation ${i} est retourn\xE9e dans la file.`,clientLeft:"Le client est parti.",newNote:(i,t)=>`Note de ${i}\xA0: ${t}`,messageElsewhere:"Nouveau message dans une autre de vos conversations.",wait:(i,t)=>{let e=Math.max(0,Math.floor((t-Date.parse(i))/cn));if(e===0)return"\xE0 l\u2019instant";if(e<lr)return`${e}\xA0min`;let r=String(e%lr).padStart(2,"0");return`${Math.floor(e/lr)}\xA0h\xA0${r}`},open:"Afficher",hide:"Masquer",openValue:i=>`Afficher ${Zr(i)}`,hideValue:i=>`Masquer ${Zr(i)}`,presence:{label:"Votre pr\xE9sence",here:"Disponible",capacity:"Conversations \xE0 la fois",colleagues:i=>i===0?"Aucun coll\xE8gue":i===1?"1 coll\xE8gue":`${i} coll\xE8gues`,noColleague:"Personne d\u2019autre n\u2019a ouvert le bureau.",load:({cases:i,capacity:t})=>`${i} sur ${t}`,away:"en pause",full:"occup\xE9",sound:"Son",shortcuts:"Raccourcis"},views:{label:"Vues",queue:"File",callBacks:i=>i>0?`Rappels (${i})`:"Rappels"},callBacks:{none:"Aucun rappel \xE0 faire.",groups:{due:"\xC0 faire maintenant",later:"Plus tard",settled:"R\xE9gl\xE9s aujourd\u2019hui"},at:i=>`${xe(i)}, ${ye(i)}`,preference:i=>`Souhait\xA0: ${i}`,tries:i=>i===1?"1 essai":`${i} essais`,last:({agent:i,note:t})=>[i,t].filter(Boolean).join("\xA0: ")||null,transcript:"Lire la conversation",transcriptTitle:i=>`Conversation ${i}`,back:"Retour au rappel",show:"Afficher le num\xE9ro",call:i=>`Appeler le ${i}`,extension:i=>`, poste ${i}`,note:"Note sur l\u2019appel",retryAt:"R\xE9essayer \xE0",done:"Client joint",again:"R\xE9essayer plus tard",failed:"Abandonner",givingUp:{title:"Abandonner ce rappel?",effect:"Personne ne rappellera ce client. C\u2019est d\xE9finitif.",submit:"Abandonner le rappel"},retryFirst:"Choisissez l\u2019heure du prochain essai.",changed:"Le client vient de changer ce rappel. La liste montre ce qu\u2019il veut maintenant.",settledBy:({agent:i})=>`Ce rappel a d\xE9j\xE0 \xE9t\xE9 not\xE9 par ${i}. La liste montre o\xF9 il en est.`,calledOff:i=>`Rappel ${i}\xA0: le client l\u2019a annul\xE9.`,statuses:{due:"\xC0 faire",done:"Client joint",failed:"Abandonn\xE9"},settled:i=>`Le rappel ${i} est not\xE9.`},shortcuts:{title:"Raccourcis clavier",intro:"Ils agissent quand vous n\u2019\xE9crivez pas. \xC9chap quitte le champ o\xF9 vous \xE9crivez.",on:"Raccourcis d\u2019une touche",keys:"Touche",effects:"Effet",names:{first:"Ouvrir la premi\xE8re conversation en attente",next:"Conversation suivante",previous:"Conversation pr\xE9c\xE9dente",list:"Aller \xE0 la file",call_backs:"Aller aux rappels",take:"Prendre la conversation",write:"\xC9crire au client",note:"\xC9crire une note",resend:"Renvoyer un courriel",transfer:"Transf\xE9rer",hand_back:"Rendre \xE0 l\u2019assistant",close:"Fermer la conversation",help:"Afficher les raccourcis"},replies:"Au d\xE9but d\u2019une r\xE9ponse\xA0: les r\xE9ponses toutes faites",done:"Termin\xE9"},replies:{button:"R\xE9ponses toutes faites",search:"Chercher une r\xE9ponse toute faite",list:"R\xE9ponses toutes faites",found:i=>i===0?"Aucune r\xE9ponse":i===1?"1 r\xE9ponse":`${i} r\xE9ponses`},nothingShown:"Choisissez une conversation dans la file.",back:"Retour \xE0 la file",take:"Prendre",handBack:"Rendre \xE0 l\u2019assistant",close:"Fermer",closing:{title:"Fermer cette conversation?",effect:"Le client verra que la conversation est termin\xE9e, et son dossier quittera la file.",reason:"Raison",reasons:{regle:"R\xE9gl\xE9",sans_suite:"Le client ne r\xE9pond plus",conseiller:"Dirig\xE9 vers le conseiller",telephone:"Dirig\xE9 vers le service t\xE9l\xE9phonique",hors_sujet:"Hors sujet",abus:"Propos abusifs",autre:"Autre raison"},note:"Note (facultative)",noReason:"Choisissez une raison.",submit:"Fermer la conversation"},transfer:"Transf\xE9rer",transferring:{title:"Transf\xE9rer cette conversation",effect:"Le client lira qui lui r\xE9pond. Vos notes suivent le dossier.",to:"\xC0 qui?",queue:"Remettre dans la file",noChoice:"Choisissez \xE0 qui la transf\xE9rer.",submit:"Transf\xE9rer la conversation"},resend:"Renvoyer un courriel",resending:{title:"Renvoyer un courriel",effect:"Si les renseignements correspondent \xE0 un compte, le courriel part \xE0 l\u2019adresse au dossier. Personne ne peut le v\xE9rifier d\u2019ici.",which:"Quel courriel?",verbs:{password_reset:"R\xE9initialisation du mot de passe",user_code_reminder:"Rappel du code d\u2019utilisateur"},slots:{code_utilisateur:"Code d\u2019utilisateur",prenom:"Pr\xE9nom",nom:"Nom de famille",courriel:"Adresse courriel",type_compte:"Type de compte"},known:"D\xE9j\xE0 donn\xE9 par le client. Laissez vide pour l\u2019utiliser.",accountTypes:{individuel:"Individuel",conjoint:"Conjoint"},missing:"Remplissez ce qui manque.",submit:"Envoyer la demande"},cancel:"Annuler",actions:"Conversation en cours",placeholder:"\xC9crivez au client, ou \xAB\xA0/\xA0\xBB pour une r\xE9ponse toute faite",clientWarned:"Le client est parti et a \xE9t\xE9 avis\xE9 que la conversation va se fermer.",unverified:"Identit\xE9 non v\xE9rifi\xE9e",waited:i=>`Attente\xA0: ${i}`,record:{label:"Dossier",open:i=>i>0?`Dossier et notes (${i})`:"Dossier et notes",steps:"D\xE9j\xE0 essay\xE9",noSteps:"Rien n\u2019a encore \xE9t\xE9 essay\xE9.",details:"Pr\xE9cisions",earlier:"Conversations pr\xE9c\xE9dentes",noEarlier:"C\u2019est sa premi\xE8re demande.",openEarlier:({reference:i})=>`Relire la conversation ${i}`,earlierTitle:({reference:i,opened_at:t})=>`${i}, ${xe(t).toLowerCase()}`,closeEarlier:"Retour au dossier",notes:"Notes priv\xE9es",noted:(i,t)=>`${i}\xA0: ${t}`,closedWith:i=>`\xC0 la fermeture\xA0: ${i}`,notesAudience:"Les agents les lisent, jamais le client.",newNote:"Nouvelle note",addNote:"Ajouter la note"},takeFirst:"Prenez la conversation pour r\xE9pondre au client.",answeredBy:({agent:i})=>`${i??"Un autre agent"} r\xE9pond \xE0 ce client.`,left:"Ce dossier n\u2019est plus dans la file."};function cr(i){document.title=l.title(i),(i>0?navigator.setAppBadge?.(i):navigator.clearAppBadge?.())?.catch(()=>{})}var ei=m`
  :host {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    align-items: center;
    padding: 6px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  /* It takes no place. */
  bureau-shortcuts-dialog {
    display: contents;
  }

  .switch {
    display: inline-flex;
    gap: 10px;
    align-items: center;
    padding-inline: 4px;
    border: 0;
    background: none;
  }

  .track {
    position: relative;
    flex: none;
    inline-size: 40px;
    block-size: 24px;
    border: 2px solid var(--portail-line-control);
    border-radius: var(--portail-radius-round);
  }

  .track::after {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--portail-line-control);
    content: "";
  }

  [aria-checked="true"] > .track {
    border-color: var(--portail-accent);
    background: var(--portail-accent);
  }

  [aria-checked="true"] > .track::after {
    inset-inline: auto 3px;
    background: var(--portail-on-accent);
  }

  .capacity {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    font-size: 1em;
    font-weight: 400;
  }

  .capacity select {
    inline-size: auto;
  }

  details {
    position: relative;
  }

  summary {
    display: flex;
    align-items: center;
    min-block-size: var(--portail-target);
    cursor: pointer;
  }

  summary::before {
    inline-size: 0;
    margin-inline-end: 8px;
    border: 5px solid transparent;
    border-block-end: 0;
    border-block-start-color: currentcolor;
    content: "";
  }

  summary::marker {
    content: "";
  }

  .colleagues {
    position: absolute;
    z-index: 2;
    inset-block-start: 100%;
    inset-inline-start: 0;
    min-inline-size: 240px;
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--portail-line);
    border-radius: 12px;
    background: var(--portail-surface-raised);
    box-shadow: var(--portail-shadow);
    list-style: none;
  }

  .colleagues li {
    display: flex;
    gap: 16px;
    justify-content: space-between;
    padding-block: 4px;
  }

  .quiet {
    color: var(--portail-text-quiet);
  }

  .end {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    margin-inline-start: auto;
  }

  .end button:not(.switch) {
    min-block-size: 36px;
    padding-block: 4px;
  }

  @media (max-width: 50em) {
    :host,
    .end {
      gap: 0 12px;
    }

    :host {
      padding: 4px 12px;
      font-size: var(--portail-text-medium);
    }
  }

  @media (forced-colors: active) {
    .track::after {
      background: CanvasText;
      forced-color-adjust: none;
    }

    [aria-checked="true"] > .track {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;var Se=m`
  dialog {
    inline-size: min(460px, 100vw - 32px);
    max-block-size: calc(100dvh - 32px);
    padding: 24px;
    border: 1px solid var(--portail-line);
    border-radius: 20px;
    background: var(--portail-surface);
    color: inherit;
    box-shadow: var(--portail-shadow);
    overflow-y: auto;
  }

  dialog::backdrop {
    background: rgb(9 25 29 / 45%);
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  h2,
  p {
    margin: 0;
  }

  h2 {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }

  .effect {
    margin-block-start: -8px;
    color: var(--portail-text-quiet);
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }

  .hint {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }
`;var ti=m`
  table {
    inline-size: 100%;
    margin-block: 12px 16px;
    border-collapse: collapse;
  }

  td,
  th {
    padding: 3px 0;
    border-block-end: 1px solid var(--portail-line);
    text-align: start;
  }

  th:first-child {
    inline-size: 5em;
  }

  th {
    font-size: var(--portail-text-medium);
  }

  kbd {
    display: inline-block;
    min-inline-size: 28px;
    padding: 1px 8px;
    border: 1px solid var(--portail-line-control);
    border-radius: var(--portail-radius-small);
    font: inherit;
    text-align: center;
  }

  .intro {
    margin-block: 8px;
    color: var(--portail-text-quiet);
  }
`;var M=m`
  label,
  legend {
    padding: 0;
    font-size: var(--portail-text-medium);
    font-weight: 600;
  }

  input:not([type="radio"], [type="checkbox"]),
  textarea,
  select {
    inline-size: 100%;
    min-block-size: var(--portail-target);
    padding: 8px 12px;
    border: 1px solid var(--portail-line-control);
    border-radius: 12px;
    background: var(--portail-surface);
    color: inherit;
    font: inherit;
  }

  textarea {
    display: block;
    min-block-size: 4.5em;
    resize: vertical;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  input[type="radio"],
  input[type="checkbox"] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--portail-accent);
  }

  .choice {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 36px;
    font-size: 1em;
    font-weight: 400;
  }

  .error {
    margin: 0;
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  @media (forced-colors: active) {
    .error {
      border: 1px solid CanvasText;
    }
  }
`;var pr="bureau-";var ri=new Map;function we(i){return ri.get(i)??dn(i)}function _t(i,t){ri.set(i,t);try{t?localStorage.removeItem(pr+i):localStorage.setItem(pr+i,"non")}catch{}}function dn(i){try{return localStorage.getItem(pr+i)!=="non"}catch{return!0}}var ke={first:"n",next:"j",previous:"k",list:"l",call_backs:"a",take:"p",write:"e",note:"i",resend:"v",transfer:"t",hand_back:"r",close:"f",help:"?"},un=new Map(Object.entries(ke).map(([i,t])=>[t,i]));function ii(i,t){return i.ctrlKey||i.altKey||i.metaKey||i.isComposing||i.repeat||i.defaultPrevented||t.some(fn)?null:un.get(i.key.toLowerCase())??null}var hn=new Set(["INPUT","TEXTAREA","SELECT","DIALOG"]);function fn(i){return hn.has(i.tagName??"")}var $e=class extends y{constructor(){super(...arguments);this.on=we("raccourcis")}show(){this.dialog.showModal()}handleSwitch(e){this.on=e.target.checked,_t("raccourcis",this.on)}render(){let{names:e,title:r,intro:s,on:n,keys:o,effects:p,replies:d,done:b}=l.shortcuts;return c`
      <dialog aria-labelledby="title">
        <h2 id="title">${r}</h2>
        <p class="intro">${s}</p>
        <label class="choice">
          <input type="checkbox" .checked=${this.on} @change=${this.handleSwitch} />${n}
        </label>
        <table>
          <thead>
            <tr>
              <th scope="col">${o}</th>
              <th scope="col">${p}</th>
            </tr>
          </thead>
          <tbody>
            ${Object.keys(ke).map($=>si(ke[$],e[$]))}
            ${si("/",d)}
          </tbody>
        </table>
        <div class="answers">
          <button class="primary" type="button" @click=${()=>this.dialog.close()}>${b}</button>
        </div>
      </dialog>
    `}};$e.styles=[w,M,Se,ti],a([g("dialog")],$e.prototype,"dialog",2),a([f()],$e.prototype,"on",2),$e=a([x("bureau-shortcuts-dialog")],$e);function si(i,t){return c`<tr>
    <td><kbd>${i}</kbd></td>
    <td>${t}</td>
  </tr>`}var mn=10,Z=class extends y{constructor(){super(...arguments);this.sound=we("son");this.colleagues=[]}change(e){let{presence:r,capacity:s}=this.me,n={presence:r,capacity:s,...e};this.dispatchEvent(new CustomEvent("bureau-presence",{detail:n}))}switchSound(){this.sound=!this.sound,_t("son",this.sound)}handleDetailsKeydown(e){if(e.key!=="Escape")return;let r=e.currentTarget;r.open=!1,r.querySelector("summary")?.focus()}handleDetailsFocusOut(e){let r=e.currentTarget;r.contains(e.relatedTarget)||(r.open=!1)}showShortcuts(){this.shortcuts.show()}render(){let e=this.me.presence==="here";return c`
      ${ni(l.presence.here,e,()=>this.change({presence:e?"away":"here"}))}
      <label class="capacity">
        ${l.presence.capacity} ${this.renderCapacity(this.me.capacity)}
      </label>
      ${this.renderColleagues()}
      <div class="end">
        ${ni(l.presence.sound,this.sound,()=>this.switchSound())}
        <button type="button" aria-haspopup="dialog" @click=${()=>this.showShortcuts()}>
          ${l.presence.shortcuts}
        </button>
      </div>
      <bureau-shortcuts-dialog></bureau-shortcuts-dialog>
    `}renderCapacity(e){let r=Array.from({length:mn},(s,n)=>n+1);return r.includes(e)||r.push(e),c`<select
      @change=${s=>this.change({capacity:Number(s.target.value)})}
    >
      ${r.map(s=>c`<option value=${s} .selected=${s===e}>${s}</option>`)}
    </select>`}renderColleagues(){let e=this.colleagues.filter(({presence:r})=>r==="here");return c`
      <details @keydown=${this.handleDetailsKeydown} @focusout=${this.handleDetailsFocusOut}>
        <summary>${l.presence.colleagues(e.length)}</summary>
        <ul class="colleagues" role="list">
          ${this.colleagues.map(r=>c`<li>
                ${r.name}
                <span class="quiet">
                  ${r.presence==="away"?l.presence.away:l.presence.load(r)}
                </span>
              </li>`)}
          ${this.colleagues.length===0?c`<li>${l.presence.noColleague}</li>`:u}
        </ul>
      </details>
    `}};Z.styles=[w,M,ei],a([g("bureau-shortcuts-dialog")],Z.prototype,"shortcuts",2),a([f()],Z.prototype,"sound",2),a([h({attribute:!1})],Z.prototype,"me",2),a([h({attribute:!1})],Z.prototype,"colleagues",2),Z=a([x("bureau-bar")],Z);function ni(i,t,e){return c`<button
    class="switch"
    type="button"
    role="switch"
    aria-checked=${t?"true":"false"}
    @click=${e}
  >
    <span class="track" aria-hidden="true"></span>${i}
  </button>`}var Et={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ae=i=>(...t)=>({_$litDirective$:i,values:t}),ne=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,r){this._$Ct=t,this._$AM=e,this._$Ci=r}_$AS(t,e){return this.update(t,e)}update(t,e){return this.render(...e)}};var{I:gn}=Xr,oi=i=>i;var ai=()=>document.createComment(""),Re=(i,t,e)=>{let r=i._$AA.parentNode,s=t===void 0?i._$AB:t._$AA;if(e===void 0){let n=r.insertBefore(ai(),s),o=r.insertBefore(ai(),s);e=new gn(n,o,i,i.options)}else{let n=e._$AB.nextSibling,o=e._$AM,p=o!==i;if(p){let d;e._$AQ?.(i),e._$AM=i,e._$AP!==void 0&&(d=i._$AU)!==o._$AU&&e._$AP(d)}if(n!==s||p){let d=e._$AA;for(;d!==n;){let b=oi(d).nextSibling;oi(r).insertBefore(d,s),d=b}}}return e},oe=(i,t,e=i)=>(i._$AI(t,e),i),vn={},Tt=(i,t=vn)=>i._$AH=t,li=i=>i._$AH,Ct=i=>{i._$AR(),i._$AA.remove()};var dr=Ae(class extends ne{constructor(){super(...arguments),this.key=u}render(i,t){return this.key=i,t}update(i,[t,e]){return t!==this.key&&(Tt(i),this.key=t),e}});var St=c`<svg aria-hidden="true" width="24" height="24" viewBox="0 0 24 24">
  <path d="M21 11.5a8 8 0 0 1-8 8c-1.4 0-2.7-.3-3.9-.9L4 20l1.4-4.6A8 8 0 1 1 21 11.5Z" />
  <path d="M9 11.5h.01M13 11.5h.01M17 11.5h.01" />
</svg>`,dl=c`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M6 6l12 12M18 6 6 18" />
</svg>`,ul=c`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M12 5.5h.01M12 12h.01M12 18.5h.01" stroke-width="3.5" />
</svg>`,ci=c`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />
</svg>`,pi=c`<svg aria-hidden="true" width="18" height="18" viewBox="0 0 24 24">
  <path d="M12 5v14M5.5 12.5 12 19l6.5-6.5" />
</svg>`,di=c`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M19 12H5M11.5 5.5 5 12l6.5 6.5" />
</svg>`,hl=c`<svg aria-hidden="true" width="20" height="20" viewBox="0 0 24 24">
  <path d="M12 3l7 3v5.5c0 4.3-2.9 7.8-7 9.5-4.1-1.7-7-5.2-7-9.5V6Z" />
  <path d="M9 12l2.2 2.2L15.2 10" />
</svg>`;var bn=/(^|[^\d-])((?:\+?1[\s.\u2011-])?\(?([2-9]\d{2})\)?[\s.\u2011-]{1,2}(\d{3})[\s.\u2011-](\d{4}))(?!\d)/g;function yn(i){let t=[],e=0;for(let r of i.matchAll(bn)){let[,s="",n="",o,p,d]=r,b=r.index+s.length;b>e&&t.push({text:i.slice(e,b)}),t.push({text:n,href:`tel:+1${o}${p}${d}`}),e=b+n.length}return e<i.length&&t.push({text:i.slice(e)}),t}function At(i){return yn(i).map(t=>t.href?c`<a href=${t.href}>${t.text}</a>`:t.text)}var ui=Ae(class extends ne{constructor(i){if(super(i),i.type!==Et.ATTRIBUTE||i.name!=="class"||i.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(i){return" "+Object.keys(i).filter(t=>i[t]).join(" ")+" "}update(i,[t]){if(this.st===void 0){this.st=new Set,i.strings!==void 0&&(this.nt=new Set(i.strings.join(" ").split(/\s/).filter(r=>r!=="")));for(let r in t)t[r]&&!this.nt?.has(r)&&this.st.add(r);return this.render(t)}let e=i.element.classList;for(let r of this.st)r in t||(e.remove(r),this.st.delete(r));for(let r in t){let s=!!t[r];s===this.st.has(r)||this.nt?.has(r)||(s?(e.add(r),this.st.add(r)):(e.remove(r),this.st.delete(r)))}return H}});var hi=(i,t,e)=>{let r=new Map;for(let s=t;s<=e;s++)r.set(i[s],s);return r},Oe=Ae(class extends ne{constructor(i){if(super(i),i.type!==Et.CHILD)throw Error("repeat() can only be used in text expressions")}dt(i,t,e){let r;e===void 0?e=t:t!==void 0&&(r=t);let s=[],n=[],o=0;for(let p of i)s[o]=r?r(p,o):o,n[o]=e(p,o),o++;return{values:n,keys:s}}render(i,t,e){return this.dt(i,t,e).values}update(i,[t,e,r]){let s=li(i),{values:n,keys:o}=this.dt(t,e,r);if(!Array.isArray(s))return this.ut=o,n;let p=this.ut??=[],d=[],b,$,v=0,_=s.length-1,E=0,A=n.length-1;for(;v<=_&&E<=A;)if(s[v]===null)v++;else if(s[_]===null)_--;else if(p[v]===o[E])d[E]=oe(s[v],n[E]),v++,E++;else if(p[_]===o[A])d[A]=oe(s[_],n[A]),_--,A--;else if(p[v]===o[A])d[A]=oe(s[v],n[A]),Re(i,d[A+1],s[v]),v++,A--;else if(p[_]===o[E])d[E]=oe(s[_],n[E]),Re(i,s[v],s[_]),_--,E++;else if(b===void 0&&(b=hi(o,E,A),$=hi(p,v,_)),b.has(p[v]))if(b.has(p[_])){let Y=$.get(o[E]),Xt=Y!==void 0?s[Y]:null;if(Xt===null){let Nr=Re(i,s[v]);oe(Nr,n[E]),d[E]=Nr}else d[E]=oe(Xt,n[E]),Re(i,s[v],Xt),s[Y]=null;E++}else Ct(s[_]),_--;else Ct(s[v]),v++;for(;E<=A;){let Y=Re(i,d[A+1]);oe(Y,n[E]),d[E++]=Y}for(;v<=_;){let Y=s[v++];Y!==null&&Ct(Y)}return this.ut=o,Tt(i,d),H}});var Rt=class{constructor(t,e,r){this.following=!0;this.top=0;this.resizes=new ResizeObserver(()=>this.hostUpdated());this.scrolled=()=>{let t=this.scroller(),e=t.scrollTop<this.top;this.top=t.scrollTop;let s=t.scrollHeight-t.scrollTop-t.clientHeight<=48||this.following&&!e;s!==this.following&&(this.following=s,this.host.requestUpdate())};this.host=t,this.scroller=e,this.begun=r,t.addController(this)}hostConnected(){this.host.updateComplete.then(()=>this.resizes.observe(this.scroller()))}hostUpdated(){if(!this.following||!this.begun())return;let t=this.scroller();t.scrollTop=t.scrollHeight,this.top=t.scrollTop}hostDisconnected(){this.resizes.disconnect()}watch(t){this.resizes.observe(t)}follow(){this.following=!0,this.host.requestUpdate()}};function fi(i,t){let e,r;return i.map(({from:s,at:n})=>{let o=n===void 0?r:t(n),p=o!==r,d=s.kind!==e?.kind||s.name!==e.name;return e=s,s.kind==="system"?{speaker:d,time:!1}:(r=o,{speaker:d||p,time:p})})}function mi(i,t,e){let r=e;return i.map(({at:s})=>{let n=s===void 0?r:t(s),o=n!==r;return r=n,o?n:null})}var gi=m`
  :host {
    position: relative;
    display: block;
    min-block-size: 0;
  }

  .scroller {
    position: relative;
    block-size: 100%;
    padding: 16px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .scroller:focus-visible {
    outline-offset: -3px;
  }

  ol {
    display: flex;
    flex-direction: column;
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 6px;
    animation: arrive 160ms ease-out;
  }

  li.follows {
    margin-block-start: -10px;
  }

  li.mine {
    align-items: flex-end;
  }

  .day {
    align-self: center;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-weight: 600;
  }

  .heading {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding-inline: 4px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .speaker {
    font-weight: 600;
  }

  .agent .speaker {
    color: var(--portail-agent);
  }

  /* Seen from where the line stands; still read with it, as the list may be walked line by line. */
  .follows .heading,
  .system .heading,
  .mine.timeless .heading,
  .mine .speaker,
  .timeless time {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .bubble {
    max-inline-size: min(88%, 38em);
    margin: 0;
    padding: 10px 14px;
    border: 1px solid transparent;
    border-radius: var(--portail-radius);
    background: var(--portail-surface-raised);
    color: var(--portail-text);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  li:not(.mine) .bubble {
    border-color: var(--portail-line);
    border-start-start-radius: 4px;
  }

  .agent:not(.mine) .bubble {
    border-color: transparent;
    background: var(--portail-agent-soft);
  }

  .mine .bubble {
    border-start-end-radius: 4px;
    background: var(--portail-mine);
    color: var(--portail-on-mine);
  }

  .mine .bubble a {
    color: inherit;
  }

  .system:not(.mine) {
    align-items: stretch;
  }

  .system:not(.mine) .bubble {
    max-inline-size: none;
    border-color: var(--portail-line);
    border-radius: var(--portail-radius-small);
    background: transparent;
    font-size: var(--portail-text-medium);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 2px;
  }

  .mine .choices {
    justify-content: flex-end;
  }

  .choices button {
    border-color: var(--portail-accent);
    color: var(--portail-accent);
    text-align: start;
    overflow-wrap: anywhere;
  }

  /* Passed: no target any more, so no need to be as large as one. */
  .choices button[aria-disabled="true"] {
    min-block-size: 0;
    padding: 4px 12px;
    border-color: var(--portail-line);
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-weight: 400;
  }

  .status {
    margin: 0;
    padding-inline: 4px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .status.refused {
    color: var(--portail-danger);
    font-weight: 500;
  }

  .typing {
    display: flex;
    gap: 8px;
    align-items: center;
    inline-size: fit-content;
    margin: 12px 0 0;
    padding: 14px 16px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    border-start-start-radius: 4px;
    background: var(--portail-surface-raised);
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  .dots {
    display: flex;
    gap: 5px;
  }

  .dots i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--portail-text-quiet);
    animation: breathe 1.2s ease-in-out infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  .new-messages {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-start: 50%;
    display: flex;
    gap: 6px;
    align-items: center;
    border-color: transparent;
    background: var(--portail-text);
    color: var(--portail-surface);
    box-shadow: var(--portail-shadow);
    white-space: nowrap;
    transform: translateX(-50%);
  }

  .new-messages:hover {
    background: var(--portail-accent-strong);
    color: var(--portail-on-accent);
  }

  @keyframes arrive {
    from {
      transform: translateY(8px);
    }
  }

  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }

    30% {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    li,
    .dots i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bubble,
    li:not(.mine) .bubble,
    .agent:not(.mine) .bubble,
    .new-messages {
      border-color: CanvasText;
    }

    .dots i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;var P=class extends y{constructor(){super(...arguments);this.end=new Rt(this,()=>this.scroller,()=>this.lines().length>1);this.unseen=!1;this.messages=[];this.pending=[];this.typing=null;this.openChoices=null;this.readSeq=0;this.viewer="client";this.renderWords=({text:e})=>At(e);this.handleScroll=()=>{let e=this.end.following;this.end.scrolled(),this.end.following&&!e&&this.tell("portail-end",null)}}willUpdate(e){this.hasUpdated&&this.handleScroll();let r=e.get("pending");r&&this.pending.length>r.length&&(this.end.following=!0),e.has("messages")&&e.get("messages")&&(this.unseen=!0),this.end.following&&(this.unseen=!1)}handleEndChange({target:e}){for(let r of e.assignedElements())this.end.watch(r)}lines(){let e=new Set(this.messages.map(s=>s.id)),r=this.pending.filter(s=>!e.has(s.id)).map(s=>({id:s.id,from:{kind:this.viewer,name:null},text:s.text,buttons:[],pending:s}));return[...this.messages,...r]}goToEnd(){this.end.follow(),this.scroller.focus({preventScroll:!0})}tell(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0}))}get atEnd(){return this.end.following}render(){let e=this.lines(),r=fi(e,o=>xe(o)+ye(o)),s=e.findLast(({from:o,seq:p})=>o.kind===this.viewer&&p!==void 0&&p<=this.readSeq),n=mi(e,xe,xe(new Date().toISOString()));return c`
      <div
        class="scroller"
        role="region"
        aria-label=${S.transcript}
        tabindex="0"
        @scroll=${this.handleScroll}
      >
        <slot></slot>
        <ol role="list">
          ${Oe(e,o=>o.id,(o,p)=>c`
              ${n[p]?c`<li class="day">${n[p]}</li>`:u}
              ${this.renderLine(o,r[p],o===s)}
            `)}
        </ol>
        ${this.typing?this.renderTyping(this.typing):u}
        <slot name="end" @slotchange=${this.handleEndChange}></slot>
      </div>
      <button class="new-messages" ?hidden=${!this.unseen} @click=${this.goToEnd}>
        ${pi} ${S.newMessages}
      </button>
    `}renderLine(e,r,s){let{from:n}=e,o={[n.kind]:!0,mine:n.kind===this.viewer,follows:!r.speaker,timeless:!r.time};return c`
      <li class=${ui(o)}>
        <div class="heading">
          <span class="speaker">${Ge(n,this.viewer)}</span>
          ${e.at?c`<time datetime=${e.at}>${ye(e.at)}</time>`:u}
        </div>
        ${e.text?c`<p class="bubble">${this.renderWords(e)}</p>`:u}
        ${e.buttons.length>0?this.renderChoices(e):u}
        ${e.pending?this.renderPending(e.pending):u}
        ${s?c`<p class="status">${S.read}</p>`:u}
      </li>
    `}renderChoices(e){let r=e.id===this.openChoices?.id;return c`
      <div class="choices">
        ${e.buttons.map(s=>c`
            <button
              type="button"
              aria-disabled=${r?"false":"true"}
              tabindex=${r?0:-1}
              @click=${()=>r&&this.tell("portail-choice",s)}
            >
              ${s.title}
            </button>
          `)}
      </div>
    `}renderPending(e){return e.error===null?e.waiting?c`<p class="status">${S.waiting}</p>`:c``:c`
      <p class="status refused">${S.notSent(e.error)}</p>
      <div class="choices">
        <button @click=${()=>this.tell("portail-retry",e)}>${S.retry}</button>
        <button @click=${()=>this.tell("portail-withdraw",e)}>
          ${e.editable?S.edit:S.remove}
        </button>
      </div>
    `}renderTyping(e){let r=e.kind==="bot"?"visually-hidden":"";return c`
      <p class="typing">
        <span class=${r}>${S.typing(Ge(e,this.viewer))}</span>
        <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      </p>
    `}};P.styles=[w,gi],a([g(".scroller")],P.prototype,"scroller",2),a([f()],P.prototype,"unseen",2),a([h({attribute:!1})],P.prototype,"messages",2),a([h({attribute:!1})],P.prototype,"pending",2),a([h({attribute:!1})],P.prototype,"typing",2),a([h({attribute:!1})],P.prototype,"openChoices",2),a([h({attribute:!1})],P.prototype,"readSeq",2),a([h()],P.prototype,"viewer",2),a([h({attribute:!1})],P.prototype,"renderWords",2),P=a([x("portail-transcript")],P);var vi=m`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: flex-start;
    padding: 16px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  .about {
    flex: 1 1 260px;
    min-inline-size: 0;
  }

  h2,
  header p {
    margin: 0;
  }

  h2 {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }

  header p {
    font-size: var(--portail-text-medium);
  }

  .about p {
    color: var(--portail-text-quiet);
  }

  /* Seen below the buttons, where it has the whole width; read before them. */
  .summary {
    flex-basis: 100%;
    order: 1;
    margin-block-start: -6px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
  }

  .body {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr) 300px;
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 0;
  }

  .talk {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  portail-transcript {
    flex: 1;
  }

  .gone {
    margin: 0;
    padding: 8px 20px;
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
    font-size: var(--portail-text-medium);
  }

  bureau-composer,
  .foot {
    padding: 12px 16px calc(12px + env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  .foot {
    margin: 0;
    color: var(--portail-text-quiet);
    text-align: center;
  }

  bureau-record {
    border-inline-start: 1px solid var(--portail-line);
  }

  .record-switch {
    display: none;
  }

  /* One at a time: the conversation, or the record. */
  @media (max-width: 70em) {
    .record-switch {
      display: block;
    }

    .record-switch[aria-pressed="true"] {
      border-color: var(--portail-accent);
      background: var(--portail-accent-soft);
    }

    .body {
      grid-template-columns: minmax(0, 1fr);
    }

    .body:not(.record-shown) > bureau-record,
    .record-shown > .talk {
      display: none;
    }

    bureau-record {
      border: 0;
    }
  }

  @media (min-width: 50em) {
    button.back {
      display: none;
    }
  }

  /* The facts take the whole width, and so a line each from the conversation. */
  @media (min-width: 70.01em) {
    header {
      display: grid;
      grid-template-columns: auto 1fr auto;
      gap: 4px 12px;
    }

    .about {
      display: contents;
    }

    h2 {
      grid-column: 1 / 3;
      align-self: center;
    }

    .actions {
      grid-area: 1 / 3;
    }

    .tags {
      grid-row: 2;
    }

    .facts {
      grid-column: 2 / -1;
      grid-row: 2;
    }

    .about .summary {
      grid-column: 1 / -1;
      margin: 0;
    }
  }

  @media (max-width: 50em) {
    header {
      gap: 8px;
      padding: 8px 12px;
    }

    .about {
      flex-basis: calc(100% - 80px);
    }

    .summary {
      order: 0;
      margin: 0;
    }

    .actions {
      display: contents;
    }

    .actions button,
    .record-switch {
      flex: 1 auto;
      min-block-size: 36px;
      padding: 4px 12px;
      font-size: var(--portail-text-medium);
    }
  }
`;var R=class extends y{constructor(){super(...arguments);this.error=null;this.busy=!1}show(){this.form.reset(),this.error=null,this.dialog.showModal()}close(){this.dialog.close()}async handleSubmit(e){e.preventDefault(),!this.busy&&(this.busy=!0,this.error=await this.act(new FormData(this.form)),this.busy=!1,this.error===null&&(this.close(),this.dispatchEvent(new CustomEvent("bureau-done"))))}render(){return c`
      <dialog aria-labelledby="title" aria-describedby="effect">
        <form novalidate @submit=${this.handleSubmit}>
          <h2 id="title">${this.words.title}</h2>
          <p class="effect" id="effect">${this.words.effect}</p>
          ${this.renderFields()}
          <div role="alert">${this.error?c`<p class="error">${this.error}</p>`:u}</div>
          <div class="answers">
            <button type="button" @click=${()=>this.close()}>${l.cancel}</button>
            <button class="primary" type="submit">${this.words.submit}</button>
          </div>
        </form>
      </dialog>
    `}};R.styles=[w,M,Se],a([g("dialog")],R.prototype,"dialog",2),a([g("form")],R.prototype,"form",2),a([f()],R.prototype,"error",2),a([f()],R.prototype,"busy",2),a([h({attribute:!1})],R.prototype,"case",2),a([h({attribute:!1})],R.prototype,"connection",2);var Ot=class extends R{constructor(){super(...arguments);this.words=l.closing}async act(e){let r=e.get("reason");if(r===null)return l.closing.noReason;let s=await this.connection.ask("close",{case_id:this.case.id,reason:String(r),note:String(e.get("note")).trim()||null});return s.ok?null:s.error}renderFields(){return c`
      <fieldset>
        <legend>${l.closing.reason}</legend>
        ${Object.entries(l.closing.reasons).map(([e,r])=>c`<label class="choice">
              <input type="radio" name="reason" value=${e} />${r}
            </label>`)}
      </fieldset>
      <div class="field">
        <label for="note">${l.closing.note}</label>
        <textarea id="note" name="note" rows="2" maxlength="2000"></textarea>
      </div>
    `}};Ot=a([x("bureau-close-dialog")],Ot);var bi=i=>i??u;var yi=m`
  :host {
    display: block;
  }

  .field {
    display: flex;
    gap: 8px;
    align-items: flex-end;
    padding: 5px;
    border: 1px solid var(--portail-line-control);
    border-radius: 27px;
    background: var(--portail-surface);
  }

  .field:focus-within {
    border-color: var(--portail-focus);
    outline: 2px solid var(--portail-focus);
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--portail-target);
    max-block-size: 9em;
    padding: 10px 4px 10px 12px;
    border: 0;
    background: none;
    color: var(--portail-text);
    font: inherit;
    line-height: 1.5;
    resize: none;
  }

  /* The whole field shows the focus. */
  textarea:focus-visible {
    outline: none;
  }

  textarea::placeholder {
    color: var(--portail-text-quiet);
    opacity: 1;
  }

  .error {
    margin: 0 0 8px;
    padding: 8px 12px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
    font-size: var(--portail-text-medium);
  }

  .count {
    margin: 6px 12px 0;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    text-align: end;
  }

  @media (forced-colors: active) {
    .error {
      border: 1px solid CanvasText;
    }
  }
`;var xn=2e3*.9,B=class extends y{constructor(){super(...arguments);this.error=null;this.value="";this.placeholder="";this.hints={}}updated(){this.textarea.style.blockSize="auto",this.textarea.style.blockSize=`${this.textarea.scrollHeight}px`}handleInput(){this.value=this.textarea.value,ur(this.value)<=2e3&&(this.error=null)}handleKeydown(e){e.key!=="Enter"||e.shiftKey||e.isComposing||(e.preventDefault(),this.send())}handleSubmit(e){e.preventDefault(),this.send(),this.focus()}send(){let e=this.value.trim(),r=ur(e);if(r!==0){if(r>2e3){this.error=S.tooLong(r,2e3);return}this.error=null,this.value="",this.dispatchEvent(new CustomEvent("portail-send",{detail:e,bubbles:!0,composed:!0}))}}focus(e){this.textarea.focus(e)}render(){let e=ur(this.value);return c`
      <form @submit=${this.handleSubmit}>
        ${this.error?c`<p class="error" id="error" role="alert">${this.error}</p>`:u}
        <div class="field">
          <textarea
            rows="1"
            aria-label=${S.composer}
            aria-invalid=${this.error?"true":"false"}
            aria-describedby=${bi(this.error?"error":void 0)}
            enterkeyhint="send"
            placeholder=${this.placeholder}
            autocomplete=${this.hints.autocomplete??"off"}
            autocapitalize=${this.hints.autocapitalize??"sentences"}
            inputmode=${this.hints.inputmode??"text"}
            spellcheck=${this.hints.spellcheck===!1?"false":"true"}
            .value=${this.value}
            @input=${this.handleInput}
            @keydown=${this.handleKeydown}
          ></textarea>
          <button class="primary icon" type="submit" aria-label=${S.send}>${ci}</button>
        </div>
        ${e>=xn?c`<p class="count">${S.length(e,2e3)}</p>`:u}
      </form>
    `}};B.styles=[w,yi],a([g("textarea")],B.prototype,"textarea",2),a([f()],B.prototype,"error",2),a([h()],B.prototype,"value",2),a([h()],B.prototype,"placeholder",2),a([h({attribute:!1})],B.prototype,"hints",2),B=a([x("portail-composer")],B);function ur(i){return[...i].length}var xi=m`
  :host {
    position: relative;
    display: flex;
    gap: 8px;
    align-items: flex-end;
  }

  portail-composer {
    flex: 1;
    min-inline-size: 0;
  }

  .replies {
    flex: none;
    margin-block-end: 6px;
  }

  bureau-replies {
    position: absolute;
    z-index: 1;
    inset-block-end: calc(100% + 4px);
    inset-inline: 0;
  }
`;var wi=m`
  :host {
    display: block;
    padding: 12px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface-raised);
    box-shadow: var(--portail-shadow);
  }

  ul {
    max-block-size: min(320px, 40dvh);
    margin: 8px 0 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  li {
    padding: 8px 12px;
    border-radius: 12px;
    cursor: pointer;
  }

  li[aria-selected="true"] {
    background: var(--portail-accent-soft);
    box-shadow: inset 4px 0 0 var(--portail-accent);
  }

  .line {
    display: flex;
    gap: 12px;
    justify-content: space-between;
    font-weight: 600;
  }

  .shortcut {
    color: var(--portail-text-quiet);
    font-weight: 400;
  }

  .text {
    display: -webkit-box;
    overflow: hidden;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  input:focus-visible {
    outline-offset: 0;
  }

  .found {
    margin: 8px 12px 0;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  @media (forced-colors: active) {
    li[aria-selected="true"] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;function ki(i,t){let e=Je(t).trim();return i.map(r=>({reply:r,rank:wn(r,e)})).filter(({rank:r})=>r<$i).sort((r,s)=>r.rank-s.rank).map(({reply:r})=>r)}var $i=4;function wn({shortcut:i,title:t,text:e},r){let s=Je(t);if(Je(i).startsWith(r))return 0;if(s.startsWith(r))return 1;if(s.split(kn).some(o=>o.startsWith(r)))return 2;let n=[Je(i),s,Je(e)].join(" ");return r.split(/\s+/).every(o=>n.includes(o))?3:$i}var kn=/[^\p{L}\p{N}]+/u;function Je(i){return i.normalize("NFD").replace(/\p{M}/gu,"").replace(/’/g,"'").toLowerCase()}var ee=class extends y{constructor(){super(...arguments);this.typed="";this.active=0;this.replies=[]}firstUpdated(){this.input.focus()}updated(){this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({block:"nearest"})}found(){return ki(this.replies,this.typed.replace(/^\//,""))}handleInput(){this.typed=this.input.value,this.active=0}handleKeydown(e){if(e.isComposing)return;let r=this.found(),s=r.length;switch(e.key){case"ArrowDown":this.active=s?(this.active+1)%s:0;break;case"ArrowUp":this.active=s?(this.active+s-1)%s:0;break;case"Enter":this.choose(r[this.active]);break;case"Escape":this.dismiss();break;default:return}e.preventDefault(),e.stopPropagation()}choose(e){e&&this.dispatchEvent(new CustomEvent("bureau-reply",{detail:e}))}dismiss(){this.dispatchEvent(new CustomEvent("bureau-dismiss"))}render(){let e=this.found(),r=e.length>0?`reply-${this.active}`:u;return c`
      <input
        role="combobox"
        aria-label=${l.replies.search}
        placeholder=${l.replies.search}
        aria-autocomplete="list"
        aria-expanded=${e.length>0?"true":"false"}
        aria-controls="replies"
        aria-activedescendant=${r}
        autocomplete="off"
        spellcheck="false"
        @input=${this.handleInput}
        @keydown=${this.handleKeydown}
        @blur=${this.dismiss}
      />
      <ul id="replies" role="listbox" aria-label=${l.replies.list} ?hidden=${!e.length}>
        ${e.map((s,n)=>this.renderReply(s,n))}
      </ul>
      <p class="found" role="status">${l.replies.found(e.length)}</p>
    `}renderReply(e,r){return c`
      <li
        id="reply-${r}"
        role="option"
        aria-selected=${r===this.active?"true":"false"}
        @pointerdown=${s=>s.preventDefault()}
        @click=${()=>this.choose(e)}
      >
        <span class="line"> ${e.title} <span class="shortcut">/${e.shortcut}</span> </span>
        <span class="text">${e.text}</span>
      </li>
    `}};ee.styles=[w,M,wi],a([g("input")],ee.prototype,"input",2),a([f()],ee.prototype,"typed",2),a([f()],ee.prototype,"active",2),a([h({attribute:!1})],ee.prototype,"replies",2),ee=a([x("bureau-replies")],ee);var _i=c`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M4 5h16v11H9l-5 4Z" />
  <path d="M8 9h8M8 12.5h5" />
</svg>`;var te=class extends y{constructor(){super(...arguments);this.searching=!1;this.value="";this.replies=[]}async getUpdateComplete(){let e=await super.getUpdateComplete();return await this.composer.updateComplete,e}handleKeydown(e){e.key!=="/"||this.composer.value!==""||this.replies.length===0||(e.preventDefault(),this.searching=!0)}handleReply({detail:{text:e}}){this.insert(e),this.dismiss()}dismiss(){if(!this.searching)return;let e=this.shadowRoot?.activeElement;this.searching=!1,e?.localName==="bureau-replies"&&this.focus()}change(e){this.dispatchEvent(new CustomEvent("bureau-draft",{detail:e,bubbles:!0,composed:!0}))}insert(e){this.composer.value=[this.composer.value.trimEnd(),e].filter(Boolean).join(" "),this.change(this.composer.value),this.focus()}focus(e){this.updateComplete.then(()=>this.composer.focus(e))}render(){return c`
      ${this.searching?c`<bureau-replies
              .replies=${this.replies}
              @bureau-reply=${this.handleReply}
              @bureau-dismiss=${this.dismiss}
            ></bureau-replies>`:u}
      ${this.replies.length>0?c`<button
              class="replies icon"
              type="button"
              aria-label=${l.replies.button}
              @click=${()=>this.searching=!0}
            >
              ${_i}
            </button>`:u}
      <portail-composer
        .value=${this.value}
        placeholder=${l.placeholder}
        @keydown=${this.handleKeydown}
        @input=${()=>this.change(this.composer.value)}
        @portail-send=${()=>this.change("")}
      ></portail-composer>
    `}};te.styles=[w,xi],a([g("portail-composer")],te.prototype,"composer",2),a([f()],te.prototype,"searching",2),a([h({attribute:!1})],te.prototype,"value",2),a([h({attribute:!1})],te.prototype,"replies",2),te=a([x("bureau-composer")],te);var Ei=m`
  ul {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li > button {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    padding: 8px 12px;
    border-color: var(--portail-line);
    border-radius: 12px;
    font-weight: 400;
    text-align: start;
  }

  .about {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .error {
    margin-block-start: 8px;
  }
`;var Ti=m`
  dialog {
    padding: 0;
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
    inline-size: min(620px, 100vw - 32px);
    block-size: min(720px, 100dvh - 32px);
  }

  h2,
  .foot {
    padding: 16px 20px;
  }

  .foot {
    border-block-start: 1px solid var(--portail-line);
    text-align: end;
  }

  ul {
    display: flex;
    flex: none;
    flex-direction: column;
    gap: 4px;
    max-block-size: 30%;
    margin: 0;
    padding: 0 20px 16px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    list-style: none;
    overflow: auto;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  portail-transcript {
    flex: 1;
    border-block-start: 1px solid var(--portail-line);
    background: var(--portail-surface-sunken);
  }
`;var ae=class extends y{constructor(){super(...arguments);this.shown=null;this.back=""}show(e,r){this.shown={title:e,transcript:r},this.dialog.showModal()}render(){return c`
      <dialog aria-labelledby="title">
        ${this.shown?c`<h2 id="title">${this.shown.title}</h2>
                ${this.renderNotes(this.shown.transcript)}
                <portail-transcript
                  viewer="agent"
                  .messages=${this.shown.transcript.messages}
                ></portail-transcript>`:u}
        <div class="foot">
          <button type="button" @click=${()=>this.dialog.close()}>${this.back}</button>
        </div>
      </dialog>
    `}renderNotes({notes:e,close_note:r}){return e.length===0&&r===null?u:c`
      <ul role="list" tabindex="0" aria-label=${l.record.notes}>
        ${e.map(({agent:s,text:n})=>c`<li>${l.record.noted(s,n)}</li>`)}
        ${r===null?u:c`<li>${l.record.closedWith(r)}</li>`}
      </ul>
    `}};ae.styles=[w,Se,Ti],a([g("dialog")],ae.prototype,"dialog",2),a([f()],ae.prototype,"shown",2),a([h()],ae.prototype,"back",2),ae=a([x("bureau-transcript")],ae);var K=class extends y{constructor(){super(...arguments);this.error=null;this.earlier=[]}async open(e){let r=await this.connection.ask("open_earlier",{case_id:this.caseId,earlier_id:e.id});this.error=r.ok?null:r.error,r.ok&&this.transcript.show(l.record.earlierTitle(e),r)}render(){return c`
      <ul role="list">
        ${this.earlier.map(e=>c`<li>
              <button
                type="button"
                aria-label=${l.record.openEarlier(e)}
                aria-describedby="about-${e.id}"
                @click=${()=>this.open(e)}
              >
                <span>${l.record.earlierTitle(e)}</span>
                <span class="about" id="about-${e.id}">
                  ${[e.reason_label,e.summary,e.outcome_label].filter(Boolean).join(" \xB7 ")}
                </span>
              </button>
            </li>`)}
      </ul>
      <div role="alert">${this.error?c`<p class="error">${this.error}</p>`:u}</div>
      <bureau-transcript back=${l.record.closeEarlier}></bureau-transcript>
    `}};K.styles=[w,M,Ei],a([g("bureau-transcript")],K.prototype,"transcript",2),a([f()],K.prototype,"error",2),a([h({attribute:!1})],K.prototype,"earlier",2),a([h({attribute:!1})],K.prototype,"caseId",2),a([h({attribute:!1})],K.prototype,"connection",2),K=a([x("bureau-earlier")],K);var Ci=m`
  p {
    margin: 0;
  }

  .audience,
  .about {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  ol {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }

  li {
    padding: 8px 12px;
    border-radius: 12px;
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
    overflow-wrap: anywhere;
  }

  .text {
    white-space: pre-line;
  }

  li .about {
    color: inherit;
    font-weight: 600;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin-block-start: 12px;
  }

  form button {
    align-self: flex-end;
  }

  @media (forced-colors: active) {
    li {
      border: 1px solid CanvasText;
    }
  }
`;var U=class extends y{constructor(){super(...arguments);this.noteId=Q();this.error=null;this.notes=[];this.open=!0}updated(e){e.get("caseId")===void 0||!this.textarea||(this.textarea.value="",this.error=null,this.noteId=Q())}async handleSubmit(e){e.preventDefault();let{textarea:r,caseId:s}=this,n=r?.value.trim();if(!r||!n)return;let o=await this.connection.ask("note",{case_id:s,id:this.noteId,text:n});this.caseId===s&&(this.error=o.ok?null:o.error,o.ok&&(this.noteId=Q(),r.value=""))}handleKeydown(e){e.key!=="Enter"||!(e.ctrlKey||e.metaKey)||(e.preventDefault(),this.textarea?.form?.requestSubmit())}focus(e){this.textarea?.focus(e)}render(){return c`
      <p class="audience" id="audience">${l.record.notesAudience}</p>
      ${this.notes.length>0?c`<ol role="list">
              ${this.notes.map(({at:e,agent:r,text:s})=>c`<li>
                    <p class="about">${r} · <time datetime=${e}>${ye(e)}</time></p>
                    <p class="text">${s}</p>
                  </li>`)}
            </ol>`:u}
      ${this.open?this.renderForm():u}
    `}renderForm(){return c`
      <form @submit=${this.handleSubmit}>
        <label for="note">${l.record.newNote}</label>
        <textarea
          id="note"
          rows="2"
          maxlength="2000"
          aria-describedby="audience"
          @keydown=${this.handleKeydown}
        ></textarea>
        <div role="alert">${this.error?c`<p class="error">${this.error}</p>`:u}</div>
        <button type="submit">${l.record.addNote}</button>
      </form>
    `}};U.styles=[w,M,Ci],a([g("textarea")],U.prototype,"textarea",2),a([f()],U.prototype,"error",2),a([h({attribute:!1})],U.prototype,"notes",2),a([h({attribute:!1})],U.prototype,"caseId",2),a([h({attribute:!1})],U.prototype,"open",2),a([h({attribute:!1})],U.prototype,"connection",2),U=a([x("bureau-notes")],U);var Si=m`
  :host {
    display: block;
    padding: 16px 20px 24px;
    overflow-y: auto;
    background: var(--portail-surface);
  }

  section + section {
    margin-block-start: 20px;
  }

  h3 {
    margin: 0 0 6px;
    font-size: var(--portail-text-medium);
    font-weight: 650;
  }

  p,
  ul,
  dl {
    margin: 0;
  }

  ul {
    padding-inline-start: 1.2em;
  }

  .quiet {
    color: var(--portail-text-quiet);
  }
`;var W=class extends y{constructor(){super(...arguments);this.open=!0}focusNote(){this.notes.focus()}render(){let{steps:e,details:r}=this.case,{notes:s,earlier:n}=this.conversation;return c`
      <section>
        <h3>${l.record.steps}</h3>
        ${e.length>0?Ai(e):c`<p class="quiet">${l.record.noSteps}</p>`}
      </section>
      ${r.length>0?c`<section>
              <h3>${l.record.details}</h3>
              ${Ai(r)}
            </section>`:u}
      <section>
        <h3>${l.record.earlier}</h3>
        ${n.length>0?c`<bureau-earlier
                .earlier=${n}
                .caseId=${this.case.id}
                .connection=${this.connection}
              ></bureau-earlier>`:this.case.earlier_cases===0?c`<p class="quiet">${l.record.noEarlier}</p>`:u}
      </section>
      <section>
        <h3>${l.record.notes}</h3>
        <bureau-notes
          .notes=${s}
          .caseId=${this.case.id}
          .open=${this.open}
          .connection=${this.connection}
        ></bureau-notes>
      </section>
    `}};W.styles=[w,Si],a([g("bureau-notes")],W.prototype,"notes",2),a([h({attribute:!1})],W.prototype,"case",2),a([h({attribute:!1})],W.prototype,"conversation",2),a([h({attribute:!1})],W.prototype,"connection",2),a([h({attribute:!1})],W.prototype,"open",2),W=a([x("bureau-record")],W);function Ai(i){return c`<ul>
    ${i.map(t=>c`<li>${t}</li>`)}
  </ul>`}var Mt="type_compte",hr={password_reset:["code_utilisateur","prenom","nom"],user_code_reminder:["prenom","nom","courriel",Mt]},Me=class extends R{constructor(){super(...arguments);this.requestId=Q();this.verb="password_reset";this.known=[];this.words=l.resending}show(){super.show(),this.requestId=Q(),this.verb="password_reset",this.known=[],this.connection.ask("known_values",{case_id:this.case.id}).then(e=>{e.ok&&(this.known=e.slots)})}async act(e){let r={};for(let n of hr[this.verb]){let o=String(e.get(n)??"").trim();if(o)r[n]=o;else if(!this.known.includes(n))return l.resending.missing}let s=await this.connection.ask("resend",{case_id:this.case.id,id:this.requestId,verb:this.verb,values:r});return s.ok?null:s.error}renderFields(){return c`
      <fieldset>
        <legend>${l.resending.which}</legend>
        ${Object.keys(hr).map(e=>c`<label class="choice">
              <input
                type="radio"
                name="verb"
                ?checked=${e===this.verb}
                @change=${()=>this.verb=e}
              />${l.resending.verbs[e]}
            </label>`)}
      </fieldset>
      ${hr[this.verb].map(e=>e===Mt?this.renderAccountType():this.renderSlot(e))}
    `}renderSlot(e){let r=this.known.includes(e);return c`
      <div class="field">
        <label for=${e}>${l.resending.slots[e]}</label>
        <input
          id=${e}
          name=${e}
          type=${e==="courriel"?"email":"text"}
          autocomplete="off"
          spellcheck="false"
          maxlength="200"
          aria-describedby=${r?`known-${e}`:u}
        />
        ${r?c`<p class="hint" id="known-${e}">${l.resending.known}</p>`:u}
      </div>
    `}renderAccountType(){return c`
      <fieldset>
        <legend>${l.resending.slots[Mt]}</legend>
        ${Object.entries(l.resending.accountTypes).map(([e,r])=>c`<label class="choice">
              <input type="radio" name=${Mt} value=${e} />${r}
            </label>`)}
      </fieldset>
    `}};a([f()],Me.prototype,"verb",2),a([f()],Me.prototype,"known",2),Me=a([x("bureau-resend-dialog")],Me);var Ri="",Xe=class extends R{constructor(){super(...arguments);this.colleagues=[];this.words=l.transferring}async act(e){let r=e.get("to");if(r===null)return l.transferring.noChoice;let s=await this.connection.ask("transfer",{case_id:this.case.id,agent_id:r===Ri?null:Number(r)});return s.ok?null:s.error}renderFields(){let e=this.colleagues.filter(({id:r})=>r!==this.case.agent_id);return c`
      <fieldset>
        <legend>${l.transferring.to}</legend>
        ${e.map(r=>this.renderColleague(r))}
        ${this.case.owner==="agent"?c`<label class="choice">
                <input type="radio" name="to" value=${Ri} />${l.transferring.queue}
              </label>`:""}
      </fieldset>
    `}renderColleague(e){let{id:r,name:s,presence:n,cases:o,capacity:p}=e,d=n==="away";return c`
      <label class="choice">
        <input type="radio" name="to" value=${r} ?disabled=${d||o>=p} />
        ${s}
        <span class="hint">${d?l.presence.away:l.presence.load(e)}</span>
      </label>
    `}};a([h({attribute:!1})],Xe.prototype,"colleagues",2),Xe=a([x("bureau-transfer-dialog")],Xe);var Oi=m`
  button {
    min-block-size: 28px;
    margin-inline-start: 4px;
    padding: 2px 10px;
    font-size: var(--portail-text-small);
    /* A bubble keeps white space, which here is the template's. */
    white-space: nowrap;
  }
`;var le=class extends y{constructor(){super(...arguments);this.mask="";this.kind="";this.value=null}toggle(){let e=this.value===null?"bureau-open-value":"bureau-hide-value";this.dispatchEvent(new CustomEvent(e))}render(){let e=this.value!==null;return c`<span aria-live="polite">${this.value??this.mask}</span
      ><button
        type="button"
        aria-label=${e?l.hideValue(this.kind):l.openValue(this.kind)}
        @click=${this.toggle}
      >
        ${e?l.hide:l.open}
      </button>`}};le.styles=[w,Oi],a([h({attribute:!1})],le.prototype,"mask",2),a([h({attribute:!1})],le.prototype,"kind",2),a([h({attribute:!1})],le.prototype,"value",2),le=a([x("bureau-value")],le);var $n="fraude";function Nt(i){let{reason:t,priority:e,returned:r,client_online:s,warned:n}=i,o=[];return e==="first"&&o.push(Mi("priority",t===$n?l.fraud:l.priority)),r&&o.push(Mi("returned",l.returned)),o.push(s?c`<span class="online">${l.online}</span>`:c`<span class="offline">${n?l.warned:l.offline}</span>`),o}function Mi(i,t){return c`<span class="tag ${i}">${t}</span>`}var Pt=m`
  .tag {
    padding: 0 8px;
    border-radius: var(--portail-radius-round);
    font-weight: 600;
  }

  .priority {
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  .returned {
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
  }

  .unread {
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  .online::before,
  .offline::before {
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: 6px;
    border: 2px solid currentcolor;
    border-radius: 50%;
    content: "";
  }

  .online {
    color: var(--portail-success);
  }

  .online::before {
    background: currentcolor;
  }

  @media (forced-colors: active) {
    .tag {
      border: 1px solid CanvasText;
    }

    .online::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;function Ni(i,t){let e=new Set(i.map(s=>s.seq)),r=t.filter(s=>!e.has(s.seq)&&e.add(s.seq));return r.length===0?i:[...i,...r].sort((s,n)=>s.seq-n.seq)}var Pi={cases:null,agents:[],open:!0,callBacksDue:0,me:null,shown:null,conversations:{},unread:{},connected:!1},fr={messages:[],notes:[],earlier:[],clientReadSeq:0,clientTyping:!1};function Ne(i,t){switch(t.type){case"me":return{...i,me:t.me};case"queue":{let{cases:e,agents:r,open:s,call_backs_due:n}=t.queue,o=e.find(({id:p})=>p===i.shown?.id)??i.shown;return{...i,cases:e,agents:r,open:s,callBacksDue:n,shown:o,connected:!0}}case"conversation":{let{case:e,messages:r,notes:s,earlier:n,client_read_seq:o}=t.conversation;return Qe(i,e.id,{messages:r,notes:s,earlier:n,clientReadSeq:o})}case"message":return _n(i,t.message);case"note":{let{case_id:e,note:r}=t.note,{notes:s}=Pe(i,e);return s.some(({id:n})=>n===r.id)?i:Qe(i,e,{notes:[...s,r]})}case"typing":{let{case_id:e,active:r}=t.typing;return Qe(i,e,{clientTyping:r})}case"read":{let{case_id:e,seq:r}=t.read;return Qe(i,e,{clientReadSeq:r})}case"shown":{let e=t.case?{...i.unread,[t.case.id]:0}:i.unread;return{...i,shown:t.case,unread:e}}case"disconnected":return{...i,connected:!1}}}function Pe(i,t){return i.conversations[t]??fr}function mr(i){return i.cases?.some(({id:t})=>t===i.shown?.id)??!1}function _e(i){let t={waiting:[],mine:[],others:[]};for(let e of i)t[e.mine?"mine":e.owner==="waiting"?"waiting":"others"].push(e);return t}function gr(i,t){let{waiting:e,mine:r,others:s}=_e(i.cases??[]),n=[...e,...r,...s],o=n.findIndex(({id:p})=>p===i.shown?.id);return o===-1?(t===1?n[0]:n.at(-1))??null:n[o+t]??null}function Li(i){let{waiting:t,mine:e}=_e(i.cases??[]);return t.length+e.filter(({id:r})=>i.unread[r]).length}function qi(i,t){return[...En(i,t),...Cn(i,t),...Sn(i,t)]}function Di(i,t,e){return Ii(i,t).length>0||zi(i,t).length>0?!0:_e(t.cases??[]).mine.some(({id:r})=>(r!==t.shown?.id||!e)&&Hi(i,t,r).some(({from:s})=>s.kind==="client"))}function Qe(i,t,e){let r={...Pe(i,t),...e};return{...i,conversations:{...i.conversations,[t]:r}}}function _n(i,{case_id:t,message:e}){let{messages:r,clientTyping:s}=Pe(i,t),n=Ni(r,[e]);if(n===r)return i;let o=e.from.kind==="client",p=Qe(i,t,{messages:n,clientTyping:s&&!o});return!o||t===i.shown?.id?p:{...p,unread:{...i.unread,[t]:(i.unread[t]??0)+1}}}function En(i,t){let e=i.shown?.client_online&&t.shown?.client_online===!1;return[...Ii(i,t).map(({returned:r,reason_label:s})=>r?l.returnedCase(s):l.newCase(s)),...zi(i,t).map(({reference:r})=>l.given(r)),...Tn(i,t).map(({reference:r})=>l.takenBack(r)),...e&&i.shown?.id===t.shown?.id?[l.clientLeft]:[]]}function Ii(i,t){if(!i.cases)return[];let e=new Set(i.cases.filter(({owner:r,mine:s})=>r==="waiting"||s).map(({id:r})=>r));return(t.cases??[]).filter(({id:r,owner:s})=>s==="waiting"&&!e.has(r))}function zi(i,t){if(!i.cases)return[];let e=new Map(i.cases.map(r=>[r.id,r]));return(t.cases??[]).filter(({id:r,mine:s})=>{let n=e.get(r);return s&&n&&!n.mine&&(n.owner==="agent"||r!==t.shown?.id)})}function Tn(i,t){let e=new Set(i.cases?.filter(r=>r.mine).map(({id:r})=>r));return(t.cases??[]).filter(({id:r,owner:s})=>s==="waiting"&&e.has(r))}function Hi(i,t,e){let r=i.conversations[e]?.messages,s=t.conversations[e]?.messages;if(!r||!s||r===s)return[];let n=new Set(r.map(({seq:o})=>o));return s.filter(({seq:o})=>!n.has(o))}function Cn(i,t){return Object.keys(t.conversations).map(Number).flatMap(e=>{let r=Hi(i,t,e).filter(({from:s})=>s.kind!=="agent");return e===t.shown?.id?r:r.some(({from:s})=>s.kind==="client")?[l.messageElsewhere]:[]})}function Sn(i,t){let{shown:e,me:r}=t,s=e&&i.conversations[e.id]?.notes;if(!s)return[];let n=new Set(s.map(({id:o})=>o));return Pe(t,e.id).notes.filter(({id:o,agent:p})=>!n.has(o)&&p!==r?.name).map(({agent:o,text:p})=>l.newNote(o,p))}function Ui({text:i,masks:t=[]}){let e=Array.from(i),r=[],s=0;return t.forEach((n,o)=>{n.start>s&&r.push({text:e.slice(s,n.start).join("")}),r.push({text:e.slice(n.start,n.end).join(""),mask:n,index:o}),s=n.end}),s<e.length&&r.push({text:e.slice(s).join("")}),r}var ji={resend:"bureau-resend-dialog",transfer:"bureau-transfer-dialog",close:"bureau-close-dialog"};function Lt({seq:i,mask:t}){return`${i}/${t}`}var An={kind:"client",name:null},C=class extends y{constructor(){super(...arguments);this.recordShown=!1;this.conversation=fr;this.pending=[];this.opened=new Map;this.left=!1;this.draft="";this.replies=[];this.colleagues=[];this.supervises=!1;this.now=Date.now();this.tellSeen=()=>{let e=this.conversation.messages.at(-1),r=this.transcript.getClientRects().length>0;if(!e||document.hidden||!r||!this.transcript.atEnd)return;let s={caseId:this.case.id,seq:e.seq};this.dispatchEvent(new CustomEvent("bureau-seen",{detail:s}))}}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",this.tellSeen)}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("visibilitychange",this.tellSeen)}updated(){if(this.left)for(let e of Object.values(ji))this.dialog(e).close();this.tellSeen()}dialog(e){return this.renderRoot.querySelector(e)}handleWithdraw({detail:{text:e}}){this.composer?.insert(e)}command(e){this.dispatchEvent(new CustomEvent("bureau-command",{detail:e}))}back(){this.dispatchEvent(new CustomEvent("bureau-back"))}tellValue(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r}))}renderWords(e){let{seq:r}=e;return Ui(e).map(s=>{if(!("mask"in s))return At(s.text);if(r===void 0||!this.case.mine||this.left)return s.text;let n={seq:r,mask:s.index};return c`<bureau-value
        .mask=${s.text}
        .kind=${s.mask.kind}
        .value=${this.opened.get(Lt(n))??null}
        @bureau-open-value=${()=>this.tellValue("bureau-open",n)}
        @bureau-hide-value=${()=>this.tellValue("bureau-hide",n)}
      ></bureau-value>`})}focus(e){(this.composer??this.heading).focus(e)}focusHeading(){this.heading.focus()}async focusNote(){this.recordShown=!0,await this.updateComplete,this.record.focusNote()}press(e){this.renderRoot.querySelector(`[data-command="${e}"]`)?.click()}render(){let{reason_label:e,reference:r,summary:s,queued_at:n,owner:o,device:p}=this.case,d=o==="waiting"?l.waited(l.wait(n,this.now)):null,b=[l.reference(r),l.unverified,d,p].filter(Boolean);return c`
      <header>
        <button class="back icon" type="button" aria-label=${l.back} @click=${this.back}>
          ${di}
        </button>
        <div class="about">
          <h2 tabindex="-1">${e}</h2>
          <p class="tags">${Nt(this.case)}</p>
          <p class="facts">${b.join(" \xB7 ")}</p>
        </div>
        ${s?c`<p class="summary">${s}</p>`:u}
        ${this.left?u:this.renderActions()}
        <button
          class="record-switch"
          type="button"
          aria-pressed=${this.recordShown?"true":"false"}
          @click=${()=>this.recordShown=!this.recordShown}
        >
          ${l.record.open(this.conversation.notes.length)}
        </button>
      </header>
      <div class=${this.recordShown?"body record-shown":"body"}>
        <div class="talk">${dr(this.case.id,this.renderTranscript())} ${this.renderFoot()}</div>
        <bureau-record
          role="region"
          aria-label=${l.record.label}
          .case=${this.case}
          .conversation=${this.conversation}
          .connection=${this.connection}
          .open=${!this.left}
        ></bureau-record>
      </div>
      <bureau-resend-dialog
        .case=${this.case}
        .connection=${this.connection}
      ></bureau-resend-dialog>
      <bureau-transfer-dialog
        .case=${this.case}
        .connection=${this.connection}
        .colleagues=${this.colleagues}
        @bureau-done=${this.back}
      ></bureau-transfer-dialog>
      <bureau-close-dialog
        .case=${this.case}
        .connection=${this.connection}
        @bureau-done=${this.back}
      ></bureau-close-dialog>
    `}renderTranscript(){return c`<portail-transcript
      viewer="agent"
      .messages=${this.conversation.messages}
      .pending=${this.pending}
      .typing=${this.conversation.clientTyping?An:null}
      .readSeq=${this.conversation.clientReadSeq}
      .renderWords=${e=>this.renderWords(e)}
      @portail-end=${this.tellSeen}
      @portail-withdraw=${this.handleWithdraw}
    ></portail-transcript>`}renderActions(){let{mine:e,owner:r}=this.case,s=r==="waiting";return c`
      <div class="actions" role="group" aria-label=${l.actions}>
        ${s?this.renderCommand("take",l.take):u}
        ${e?c`${this.renderDialogOpener("resend")}
              ${this.renderCommand("hand_back",l.handBack)}`:u}
        ${e||this.supervises?this.renderDialogOpener("transfer"):u}
        ${e||this.supervises||s?this.renderDialogOpener("close"):u}
      </div>
    `}renderCommand(e,r){return c`<button
      class=${e==="take"?"primary":""}
      type="button"
      data-command=${e}
      aria-keyshortcuts=${ke[e]}
      @click=${()=>this.command(e)}
    >
      ${r}
    </button>`}renderDialogOpener(e){return c`<button
      type="button"
      data-command=${e}
      aria-haspopup="dialog"
      aria-keyshortcuts=${ke[e]}
      @click=${()=>this.dialog(ji[e]).show()}
    >
      ${l[e]}
    </button>`}renderFoot(){if(this.left)return c`<p class="foot">${l.left}</p>`;let{id:e,mine:r,owner:s,client_online:n,warned:o}=this.case;return r?c`
      ${n?u:c`<p class="gone">${o?l.clientWarned:l.clientLeft}</p>`}
      ${dr(e,c`<bureau-composer .value=${this.draft} .replies=${this.replies}></bureau-composer>`)}
    `:c`<p class="foot">
        ${s==="waiting"?l.takeFirst:l.answeredBy(this.case)}
      </p>`}};C.styles=[w,Pt,vi],a([g("h2")],C.prototype,"heading",2),a([g("bureau-composer")],C.prototype,"composer",2),a([g("portail-transcript")],C.prototype,"transcript",2),a([g("bureau-record")],C.prototype,"record",2),a([f()],C.prototype,"recordShown",2),a([h({attribute:!1})],C.prototype,"case",2),a([h({attribute:!1})],C.prototype,"conversation",2),a([h({attribute:!1})],C.prototype,"pending",2),a([h({attribute:!1})],C.prototype,"opened",2),a([h({attribute:!1})],C.prototype,"left",2),a([h({attribute:!1})],C.prototype,"draft",2),a([h({attribute:!1})],C.prototype,"replies",2),a([h({attribute:!1})],C.prototype,"colleagues",2),a([h({attribute:!1})],C.prototype,"supervises",2),a([h({attribute:!1})],C.prototype,"connection",2),a([h({attribute:!1})],C.prototype,"now",2),C=a([x("bureau-case")],C);var Vi=m`
  :host {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
  }

  .banner,
  .error {
    margin: 0;
    padding: 10px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
  }

  .error {
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .columns {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(280px, 340px) minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 0;
  }

  bureau-side {
    border-inline-end: 1px solid var(--portail-line);
  }

  .empty {
    margin: auto;
    padding: 24px;
    color: var(--portail-text-quiet);
    text-align: center;
  }

  @media (max-width: 50em) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    bureau-side {
      border: 0;
    }

    /* One at a time: the lists, or the case that was chosen in them. */
    .case-shown bureau-bar,
    .case-shown bureau-side,
    main:not(.case-shown) bureau-side + .empty {
      display: none;
    }
  }
`;var Fi=m`
  :host {
    display: block;
    border: 1px solid var(--portail-line);
    border-radius: 12px;
    background: var(--portail-surface);
  }

  .head {
    display: flex;
    flex-direction: column;
    gap: 4px;
    inline-size: 100%;
    padding: 12px 14px;
    border: 0;
    border-radius: 12px;
    background: none;
    font-weight: 400;
    text-align: start;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    justify-content: space-between;
  }

  .reason {
    font-weight: 600;
  }

  time {
    display: inline-block;
    white-space: nowrap;
  }

  /* The names of days are small. */
  time::first-letter {
    text-transform: uppercase;
  }

  .quiet {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .body {
    display: flex;
    flex-direction: column;
    gap: 12px;
    align-items: flex-start;
    padding: 0 14px 14px;
  }

  /* In view, however far down the form the agent is. */
  .alert {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }

  .alert > .error {
    margin: 0 14px 12px;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 12px;
    inline-size: 100%;
  }

  p {
    margin: 0;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }

  .phone {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--portail-target);
    font-size: 1.125em;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;var Ze=class extends R{constructor(){super(...arguments);this.words=l.callBacks.givingUp}act(){return this.giveUp()}renderFields(){return c``}};a([h({attribute:!1})],Ze.prototype,"giveUp",2),Ze=a([x("bureau-give-up-dialog")],Ze);var Rn=8e3;function Bi(){return et("reponses")}function Ki(){return et("rappels")}function Wi(i,t){return et(`rappels/${i}`,t)}function Gi(i){return et(`rappels/${i}/conversation`)}function Yi(i){return et(`rappels/${i}/telephone`,{})}async function et(i,t){try{let e=await fetch(`/bureau/api/${i}`,{signal:AbortSignal.timeout(Rn),...t===void 0?{}:{method:"POST",body:JSON.stringify(t),headers:{"Content-Type":"application/json"}}}),r=await e.json();return e.ok?{ok:!0,...r}:{ok:!1,error:r.error??l.unreachable}}catch{return{ok:!1,error:l.unreachable}}}var On=60*6e4,Mn=6e4,L=class extends y{constructor(){super(...arguments);this.hadFocus=!1;this.unfolded=!1;this.phone=null;this.error=null}willUpdate(e){let r=e.get("callBack");if(this.hadFocus=r!==void 0&&this.focused!==null,!r)return;let{asked_at:s,tries:n}=this.callBack;r.asked_at===s&&r.tries===n||(this.phone=null,this.givingUp?.close(),this.unfolded&&(this.error=r.tries===n?l.callBacks.changed:l.callBacks.settledBy(this.callBack)))}updated(){this.hadFocus&&this.focused===null&&this.focus()}get focused(){return this.shadowRoot?.activeElement??null}toggle(){this.unfolded=!this.unfolded,this.error=null,this.tell("bureau-unfolded",this.unfolded)}tell(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r}))}async showPhone(){let e=await Yi(this.callBack.id);this.error=e.ok?null:e.error,e.ok&&(this.phone=e.phone,await this.updateComplete,this.renderRoot.querySelector("a")?.focus())}async settle(e){if(e==="again"&&!this.retry.value){this.error=l.callBacks.retryFirst,this.retry.focus();return}this.error=await this.store(e)}async store(e){let r=await Wi(this.callBack.id,{status:e,tries:this.callBack.tries,asked_at:this.callBack.asked_at,note:this.note.value.trim()||null,due_at:e==="again"?new Date(this.retry.value).toISOString():null});return r.ok?(this.unfolded=!1,this.phone=null,this.tell("bureau-done",null),null):(this.tell("bureau-refused",null),r.error)}focus(e){this.head.focus(e)}render(){let{reference:e,reason_label:r,summary:s,due_at:n,preference:o,tries:p,status:d}=this.callBack,b=d==="due",$=l.callBacks.last(this.callBack);return c`
      <button
        class="head"
        type="button"
        aria-expanded=${this.unfolded?"true":"false"}
        @click=${this.toggle}
      >
        <span class="line">
          <span class="reason">${r}</span>
          <time class="quiet" datetime=${n}>${l.callBacks.at(n)}</time>
        </span>
        ${s&&s!==r?c`<span>${s}</span>`:u}
        ${o?c`<span>${l.callBacks.preference(o)}</span>`:u}
        <span class="quiet">
          ${[l.reference(e),b?null:l.callBacks.statuses[d],p>0?l.callBacks.tries(p):null].filter(Boolean).join(" \xB7 ")}
        </span>
        ${$?c`<span class="quiet">${$}</span>`:u}
      </button>
      ${this.unfolded?this.renderUnfolded(b):u}
    `}renderUnfolded(e){return c`
      <div class="alert" role="alert">
        ${this.error?c`<p class="error">${this.error}</p>`:u}
      </div>
      <div class="body">
        <button type="button" @click=${()=>this.tell("bureau-read",null)}>
          ${l.callBacks.transcript}
        </button>
        ${e?this.renderForm():u}
      </div>
      ${e?this.renderGivingUp():u}
    `}renderGivingUp(){return c`<bureau-give-up-dialog
      .giveUp=${()=>this.store("failed")}
    ></bureau-give-up-dialog>`}renderForm(){return c`
      <form @submit=${e=>e.preventDefault()}>
        ${this.phone===null?c`<div>
                <p class="quiet">${this.callBack.phone_masked}</p>
                <button type="button" @click=${this.showPhone}>${l.callBacks.show}</button>
              </div>`:c`<a class="phone" href="tel:${this.phone}">
                ${l.callBacks.call(Nn(this.phone))}
              </a>`}
        <div class="field">
          <label for="note">${l.callBacks.note}</label>
          <textarea id="note" rows="2" maxlength="2000"></textarea>
        </div>
        <div class="field">
          <label for="retry">${l.callBacks.retryAt}</label>
          <input
            id="retry"
            name="retry"
            type="datetime-local"
            value=${Pn(Date.now()+On)}
          />
        </div>
        <div class="answers">
          <button class="primary" type="button" @click=${()=>this.settle("done")}>
            ${l.callBacks.done}
          </button>
          <button type="button" @click=${()=>this.settle("again")}>
            ${l.callBacks.again}
          </button>
          <button type="button" @click=${()=>this.givingUp?.show()}>
            ${l.callBacks.failed}
          </button>
        </div>
      </form>
    `}};L.styles=[w,M,Fi],a([g(".head")],L.prototype,"head",2),a([g("bureau-give-up-dialog")],L.prototype,"givingUp",2),a([g("textarea")],L.prototype,"note",2),a([g("[name=retry]")],L.prototype,"retry",2),a([f()],L.prototype,"unfolded",2),a([f()],L.prototype,"phone",2),a([f()],L.prototype,"error",2),a([h({attribute:!1})],L.prototype,"callBack",2),L=a([x("bureau-call-back")],L);function Nn(i){return i.replace(/^\+1(\d{3})(\d{3})(\d{4})/,"$1\xA0$2-$3").replace(/;ext=(\d+)$/,(t,e)=>l.callBacks.extension(e))}function Pn(i){let t=new Date(i).getTimezoneOffset()*Mn;return new Date(i-t).toISOString().slice(0,16)}var Ji=m`
  :host {
    display: block;
    padding: 8px 12px 16px;
    overflow-y: auto;
  }

  /* In view, however far down the list the agent is. */
  .alert {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }

  h2 {
    margin: 0;
    padding: 14px 8px 8px;
    font-size: var(--portail-text-medium);
    font-weight: 650;
  }

  .empty {
    margin: 0;
    padding: 14px 8px;
    color: var(--portail-text-quiet);
  }

  ul {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;var Ln=3e4;function Xi({status:i,due:t}){return i!=="due"?"settled":t?"due":"later"}var z=class extends y{constructor(){super(...arguments);this.held=new Map;this.callBacks=null;this.error=null;this.lost=null;this.told="";this.due=0}connectedCallback(){super.connectedCallback(),this.refreshing=setInterval(()=>{this.refresh()},Ln)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.refreshing)}updated(e){e.has("due")&&this.refresh()}async refresh(){let e=await Ki();this.error=e.ok?null:e.error,e.ok&&await this.show(e.call_backs)}async show(e){let r=this.callBacks?.find(n=>this.held.has(n.id)&&n.status==="due"&&!e.some(({id:o})=>o===n.id)),s=this.focused!==null;this.callBacks=e,r&&(this.held.delete(r.id),this.lost=l.callBacks.calledOff(r.reference),await this.updateComplete,s&&this.focused===null&&this.heading?.focus())}get focused(){return this.shadowRoot?.activeElement??null}async handleUnfolded(e,r){if(this.lost=null,r){this.held.set(e.id,Xi(e));return}this.held.delete(e.id),this.requestUpdate(),await this.updateComplete;let s=this.renderRoot.querySelector(`#call-back-${e.id}`);await s?.updateComplete,s?.focus()}async handleRead({id:e,reference:r}){let s=await Gi(e);this.error=s.ok?null:s.error,s.ok&&this.transcript.show(l.callBacks.transcriptTitle(r),s)}async handleDone({id:e,reference:r}){this.held.delete(e),this.lost=null,this.told=l.callBacks.settled(r),await this.refresh(),await this.updateComplete,this.heading?.focus()}inGroup(e){return(this.callBacks??[]).filter(r=>(this.held.get(r.id)??Xi(r))===e)}render(){let[e,r,s]=[this.inGroup("due"),this.inGroup("later"),this.inGroup("settled")];return c`
      <div class="alert" role="alert">
        ${[this.lost,this.error].map(n=>n?c`<p class="error">${n}</p>`:u)}
      </div>
      <p class="visually-hidden" role="status">${this.told}</p>
      ${this.callBacks&&e.length+r.length===0?c`<p class="empty" tabindex="-1">${l.callBacks.none}</p>`:u}
      ${this.renderGroup("due",e)} ${this.renderGroup("later",r)}
      ${this.renderGroup("settled",s)}
      <bureau-transcript back=${l.callBacks.back}></bureau-transcript>
    `}renderGroup(e,r){return r.length===0?u:c`
      <section aria-labelledby=${e}>
        <h2 id=${e} tabindex="-1">${l.callBacks.groups[e]}</h2>
        <ul role="list">
          ${Oe(r,({id:s})=>s,s=>c`<li>
                <bureau-call-back
                  id="call-back-${s.id}"
                  .callBack=${s}
                  @bureau-unfolded=${({detail:n})=>this.handleUnfolded(s,n)}
                  @bureau-read=${()=>this.handleRead(s)}
                  @bureau-done=${()=>this.handleDone(s)}
                  @bureau-refused=${this.refresh}
                ></bureau-call-back>
              </li>`)}
        </ul>
      </section>
    `}};z.styles=[w,M,Ji],a([g("h2, .empty")],z.prototype,"heading",2),a([g("bureau-transcript")],z.prototype,"transcript",2),a([f()],z.prototype,"callBacks",2),a([f()],z.prototype,"error",2),a([f()],z.prototype,"lost",2),a([f()],z.prototype,"told",2),a([h({attribute:!1})],z.prototype,"due",2),z=a([x("bureau-call-backs")],z);var Qi=m`
  :host {
    display: block;
    padding: 8px 12px 16px;
    overflow-y: auto;
  }

  h2 {
    display: flex;
    gap: 8px;
    align-items: center;
    margin: 0;
    padding: 14px 8px 8px;
    font-size: var(--portail-text-medium);
    font-weight: 650;
  }

  .count {
    min-inline-size: 24px;
    padding: 0 7px;
    border-radius: var(--portail-radius-round);
    background: var(--portail-accent-soft);
    color: var(--portail-accent);
    text-align: center;
  }

  .closed {
    margin: 8px 0 0;
    padding: 8px 12px;
    border-radius: 12px;
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
    font-size: var(--portail-text-medium);
  }

  .empty {
    margin: 0;
    padding: 4px 8px 8px;
    color: var(--portail-text-quiet);
  }

  ul {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  button {
    display: flex;
    flex-direction: column;
    gap: 4px;
    inline-size: 100%;
    padding: 12px 14px;
    border-color: var(--portail-line);
    border-radius: 12px;
    font-weight: 400;
    text-align: start;
  }

  button[aria-current="true"] {
    border-color: var(--portail-accent);
    background: var(--portail-accent-soft);
    box-shadow: inset 4px 0 0 var(--portail-accent);
  }

  .line {
    display: flex;
    gap: 4px 12px;
    align-items: baseline;
    justify-content: space-between;
  }

  .reason {
    font-weight: 600;
  }

  time {
    flex: none;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-variant-numeric: tabular-nums;
  }

  .summary {
    display: -webkit-box;
    overflow: hidden;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .facts {
    flex-wrap: wrap;
    justify-content: flex-start;
    margin-block-start: 2px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  @media (forced-colors: active) {
    button[aria-current="true"] {
      border: 3px solid Highlight;
    }
  }
`;var j=class extends y{constructor(){super(...arguments);this.cases=[];this.shown=null;this.unread={};this.open=!0;this.now=Date.now()}willUpdate(){let e=this.shadowRoot?.activeElement;this.focused=e?.dataset.case}updated(){this.focused&&!this.shadowRoot?.activeElement&&this.focusCase(this.focused)}focusCase(e){(this.renderRoot.querySelector(`[data-case="${e}"]`)??this.heading).focus()}render(){let{waiting:e,mine:r,others:s}=_e(this.cases);return c`
      ${this.open?u:c`<p class="closed">${l.closedHours}</p>`}
      <section aria-labelledby="waiting">
        <h2 id="waiting" tabindex="-1">
          ${l.groups.waiting} <span class="count">${e.length}</span>
        </h2>
        ${e.length>0?this.renderCases(e):c`<p class="empty">${l.noneWaiting}</p>`}
      </section>
      ${r.length>0?this.renderGroup("mine",r):u}
      ${s.length>0?this.renderGroup("others",s):u}
    `}renderGroup(e,r){return c`
      <section aria-labelledby=${e}>
        <h2 id=${e}>${l.groups[e]} <span class="count">${r.length}</span></h2>
        ${this.renderCases(r)}
      </section>
    `}renderCases(e){return c`
      <ul role="list">
        ${Oe(e,({id:r})=>r,r=>c`<li>${this.renderCase(r)}</li>`)}
      </ul>
    `}renderCase(e){let r=this.unread[e.id]??0;return c`
      <button
        type="button"
        data-case=${e.id}
        aria-current=${e.id===this.shown?.id?"true":"false"}
        @click=${()=>this.dispatchEvent(new CustomEvent("bureau-show",{detail:e,bubbles:!0,composed:!0}))}
      >
        <span class="line">
          <span class="reason">${e.reason_label}</span>
          <time datetime=${e.queued_at}>${l.wait(e.queued_at,this.now)}</time>
        </span>
        ${e.summary?c`<span class="summary">${e.summary}</span>`:u}
        <span class="line facts">
          ${r>0?c`<span class="tag unread">${l.unread(r)}</span>`:u}
          ${Nt(e)}
          <span>${l.reference(e.reference)}</span>
          ${e.agent&&!e.mine?c`<span>${l.with(e.agent)}</span>`:u}
        </span>
      </button>
    `}};j.styles=[w,Pt,Qi],a([g("h2")],j.prototype,"heading",2),a([h({attribute:!1})],j.prototype,"cases",2),a([h({attribute:!1})],j.prototype,"shown",2),a([h({attribute:!1})],j.prototype,"unread",2),a([h({attribute:!1})],j.prototype,"open",2),a([h({attribute:!1})],j.prototype,"now",2),j=a([x("bureau-queue")],j);var Zi=m`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  [role="tablist"] {
    display: flex;
    gap: 4px;
    padding: 8px 12px 0;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  [role="tab"] {
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: 8px 8px 0 0;
    background: none;
  }

  [role="tab"][aria-selected="true"] {
    border-color: var(--portail-accent);
    color: var(--portail-accent);
    font-weight: 650;
  }

  [role="tab"]:focus-visible {
    outline-offset: -3px;
  }

  [role="tabpanel"] {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  nav {
    display: grid;
    flex: 1;
    min-block-size: 0;
  }

  bureau-call-backs {
    flex: 1;
  }

  @media (forced-colors: active) {
    [role="tab"][aria-selected="true"] {
      border-color: Highlight;
    }
  }
`;var qn=["queue","callBacks"],q=class extends y{constructor(){super(...arguments);this.view="queue";this.cases=[];this.shown=null;this.unread={};this.open=!0;this.callBacksDue=0;this.now=Date.now()}async focusCase(e){this.view="queue",await this.updateComplete,this.queue.focusCase(e)}async choose(e){this.view=e,await this.updateComplete,this.renderRoot.querySelector("[aria-selected=true]")?.focus()}handleKeydown(e){e.key!=="ArrowLeft"&&e.key!=="ArrowRight"||(e.preventDefault(),this.choose(this.view==="queue"?"callBacks":"queue"))}render(){return c`
      <div role="tablist" aria-label=${l.views.label} @keydown=${this.handleKeydown}>
        ${qn.map(e=>this.renderTab(e))}
      </div>
      <div id="queue" role="tabpanel" aria-labelledby="tab-queue" ?hidden=${this.view!=="queue"}>
        <nav aria-label=${l.queue}>
          <bureau-queue
            .cases=${this.cases}
            .shown=${this.shown}
            .unread=${this.unread}
            .open=${this.open}
            .now=${this.now}
          ></bureau-queue>
        </nav>
      </div>
      <div
        id="callBacks"
        role="tabpanel"
        aria-labelledby="tab-callBacks"
        ?hidden=${this.view!=="callBacks"}
      >
        ${this.view==="callBacks"?c`<bureau-call-backs .due=${this.callBacksDue}></bureau-call-backs>`:""}
      </div>
    `}renderTab(e){let r=e===this.view;return c`<button
      id="tab-${e}"
      type="button"
      role="tab"
      aria-controls=${e}
      aria-selected=${r?"true":"false"}
      tabindex=${r?0:-1}
      @click=${()=>this.choose(e)}
    >
      ${e==="queue"?l.views.queue:l.views.callBacks(this.callBacksDue)}
    </button>`}};q.styles=[w,Zi],a([g("bureau-queue")],q.prototype,"queue",2),a([f()],q.prototype,"view",2),a([h({attribute:!1})],q.prototype,"cases",2),a([h({attribute:!1})],q.prototype,"shown",2),a([h({attribute:!1})],q.prototype,"unread",2),a([h({attribute:!1})],q.prototype,"open",2),a([h({attribute:!1})],q.prototype,"callBacksDue",2),a([h({attribute:!1})],q.prototype,"now",2),q=a([x("bureau-side")],q);var Dn=[660,880],qt=.16,In=.06,es=1500,Dt=class{constructor(){this.lastAt=-es}play(){let t=performance.now();if(!(!navigator.userActivation?.hasBeenActive||t-this.lastAt<es)){this.lastAt=t,this.context??=new AudioContext,this.context.resume();for(let[e,r]of Dn.entries())this.playNote(this.context,r,e)}}playNote(t,e,r){let s=t.currentTime+r*qt,n=t.createGain();n.gain.setValueAtTime(0,s),n.gain.linearRampToValueAtTime(In,s+qt/8),n.gain.linearRampToValueAtTime(0,s+qt);let o=new OscillatorNode(t,{frequency:e});o.connect(n).connect(t.destination),o.start(s),o.stop(s+qt)}};var V=Object.create(null);V.open="0";V.close="1";V.ping="2";V.pong="3";V.message="4";V.upgrade="5";V.noop="6";var tt=Object.create(null);Object.keys(V).forEach(i=>{tt[V[i]]=i});var rt={type:"error",data:"parser error"};var is=typeof Blob=="function"||typeof Blob<"u"&&Object.prototype.toString.call(Blob)==="[object BlobConstructor]",ss=typeof ArrayBuffer=="function",ns=i=>typeof ArrayBuffer.isView=="function"?ArrayBuffer.isView(i):i&&i.buffer instanceof ArrayBuffer,it=({type:i,data:t},e,r)=>is&&t instanceof Blob?e?r(t):ts(t,r):ss&&(t instanceof ArrayBuffer||ns(t))?e?r(t):ts(new Blob([t]),r):r(V[i]+(t||"")),ts=(i,t)=>{let e=new FileReader;return e.onload=function(){let r=e.result.split(",")[1];t("b"+(r||""))},e.readAsDataURL(i)};function rs(i){return i instanceof Uint8Array?i:i instanceof ArrayBuffer?new Uint8Array(i):new Uint8Array(i.buffer,i.byteOffset,i.byteLength)}var vr;function os(i,t){if(is&&i.data instanceof Blob)return i.data.arrayBuffer().then(rs).then(t);if(ss&&(i.data instanceof ArrayBuffer||ns(i.data)))return t(rs(i.data));it(i,!1,e=>{vr||(vr=new TextEncoder),t(vr.encode(e))})}var as="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",st=typeof Uint8Array>"u"?[]:new Uint8Array(256);for(let i=0;i<as.length;i++)st[as.charCodeAt(i)]=i;var ls=i=>{let t=i.length*.75,e=i.length,r,s=0,n,o,p,d;i[i.length-1]==="="&&(t--,i[i.length-2]==="="&&t--);let b=new ArrayBuffer(t),$=new Uint8Array(b);for(r=0;r<e;r+=4)n=st[i.charCodeAt(r)],o=st[i.charCodeAt(r+1)],p=st[i.charCodeAt(r+2)],d=st[i.charCodeAt(r+3)],$[s++]=n<<2|o>>4,$[s++]=(o&15)<<4|p>>2,$[s++]=(p&3)<<6|d&63;return b};var zn=typeof ArrayBuffer=="function",nt=(i,t)=>{if(typeof i!="string")return{type:"message",data:cs(i,t)};let e=i.charAt(0);return e==="b"?{type:"message",data:Hn(i.substring(1),t)}:tt[e]?i.length>1?{type:tt[e],data:i.substring(1)}:{type:tt[e]}:rt},Hn=(i,t)=>{if(zn){let e=ls(i);return cs(e,t)}else return{base64:!0,data:i}},cs=(i,t)=>t==="blob"?i instanceof Blob?i:new Blob([i]):i instanceof ArrayBuffer?i:i.buffer;var ps="",ds=(i,t)=>{let e=i.length,r=new Array(e),s=0;i.forEach((n,o)=>{it(n,!1,p=>{r[o]=p,++s===e&&t(r.join(ps))})})},us=(i,t)=>{let e=i.split(ps),r=[];for(let s=0;s<e.length;s++){let n=nt(e[s],t);if(r.push(n),n.type==="error")break}return r};function hs(){return new TransformStream({transform(i,t){os(i,e=>{let r=e.length,s;if(r<126)s=new Uint8Array(1),new DataView(s.buffer).setUint8(0,r);else if(r<65536){s=new Uint8Array(3);let n=new DataView(s.buffer);n.setUint8(0,126),n.setUint16(1,r)}else{s=new Uint8Array(9);let n=new DataView(s.buffer);n.setUint8(0,127),n.setBigUint64(1,BigInt(r))}i.data&&typeof i.data!="string"&&(s[0]|=128),t.enqueue(s),t.enqueue(e)})}})}var br;function It(i){return i.reduce((t,e)=>t+e.length,0)}function zt(i,t){if(i[0].length===t)return i.shift();let e=new Uint8Array(t),r=0;for(let s=0;s<t;s++)e[s]=i[0][r++],r===i[0].length&&(i.shift(),r=0);return i.length&&r<i[0].length&&(i[0]=i[0].slice(r)),e}function fs(i,t){br||(br=new TextDecoder);let e=[],r=0,s=-1,n=!1;return new TransformStream({transform(o,p){for(e.push(o);;){if(r===0){if(It(e)<1)break;let d=zt(e,1);n=(d[0]&128)===128,s=d[0]&127,s<126?r=3:s===126?r=1:r=2}else if(r===1){if(It(e)<2)break;let d=zt(e,2);s=new DataView(d.buffer,d.byteOffset,d.length).getUint16(0),r=3}else if(r===2){if(It(e)<8)break;let d=zt(e,8),b=new DataView(d.buffer,d.byteOffset,d.length),$=b.getUint32(0);if($>Math.pow(2,21)-1){p.enqueue(rt);break}s=$*Math.pow(2,32)+b.getUint32(4),r=3}else{if(It(e)<s)break;let d=zt(e,s);p.enqueue(nt(n?d:br.decode(d),t)),r=0}if(s===0||s>i){p.enqueue(rt);break}}}})}var yr=4;function T(i){if(i)return Un(i)}function Un(i){for(var t in T.prototype)i[t]=T.prototype[t];return i}T.prototype.on=T.prototype.addEventListener=function(i,t){return this._callbacks=this._callbacks||{},(this._callbacks["$"+i]=this._callbacks["$"+i]||[]).push(t),this};T.prototype.once=function(i,t){function e(){this.off(i,e),t.apply(this,arguments)}return e.fn=t,this.on(i,e),this};T.prototype.off=T.prototype.removeListener=T.prototype.removeAllListeners=T.prototype.removeEventListener=function(i,t){if(this._callbacks=this._callbacks||{},arguments.length==0)return this._callbacks={},this;var e=this._callbacks["$"+i];if(!e)return this;if(arguments.length==1)return delete this._callbacks["$"+i],this;for(var r,s=0;s<e.length;s++)if(r=e[s],r===t||r.fn===t){e.splice(s,1);break}return e.length===0&&delete this._callbacks["$"+i],this};T.prototype.emit=function(i){this._callbacks=this._callbacks||{};for(var t=new Array(arguments.length-1),e=this._callbacks["$"+i],r=1;r<arguments.length;r++)t[r-1]=arguments[r];if(e){e=e.slice(0);for(var r=0,s=e.length;r<s;++r)e[r].apply(this,t)}return this};T.prototype.emitReserved=T.prototype.emit;T.prototype.listeners=function(i){return this._callbacks=this._callbacks||{},this._callbacks["$"+i]||[]};T.prototype.hasListeners=function(i){return!!this.listeners(i).length};var re=typeof Promise=="function"&&typeof Promise.resolve=="function"?t=>Promise.resolve().then(t):(t,e)=>e(t,0),N=typeof self<"u"?self:typeof window<"u"?window:Function("return this")(),ms="arraybuffer";function Ht(i,...t){return t.reduce((e,r)=>(i.hasOwnProperty(r)&&(e[r]=i[r]),e),{})}var jn=N.setTimeout,Vn=N.clearTimeout;function ie(i,t){t.useNativeTimers?(i.setTimeoutFn=jn.bind(N),i.clearTimeoutFn=Vn.bind(N)):(i.setTimeoutFn=N.setTimeout.bind(N),i.clearTimeoutFn=N.clearTimeout.bind(N))}var Fn=1.33;function gs(i){return typeof i=="string"?Bn(i):Math.ceil((i.byteLength||i.size)*Fn)}function Bn(i){let t=0,e=0;for(let r=0,s=i.length;r<s;r++)t=i.charCodeAt(r),t<128?e+=1:t<2048?e+=2:t<55296||t>=57344?e+=3:(r++,e+=4);return e}function Ut(){return Date.now().toString(36).substring(3)+Math.random().toString(36).substring(2,5)}function vs(i){let t="";for(let e in i)i.hasOwnProperty(e)&&(t.length&&(t+="&"),t+=encodeURIComponent(e)+"="+encodeURIComponent(i[e]));return t}function bs(i){let t={},e=i.split("&");for(let r=0,s=e.length;r<s;r++){let n=e[r].split("=");t[decodeURIComponent(n[0])]=decodeURIComponent(n.slice(1).join("="))}return t}var jt=class extends Error{constructor(t,e,r){super(t),this.description=e,this.context=r,this.type="TransportError"}},se=class extends T{constructor(t){super(),this.writable=!1,ie(this,t),this.opts=t,this.query=t.query,this.socket=t.socket,this.supportsBinary=!t.forceBase64}onError(t,e,r){return super.emitReserved("error",new jt(t,e,r)),this}open(){return this.readyState="opening",this.doOpen(),this}close(){return(this.readyState==="opening"||this.readyState==="open")&&(this.doClose(),this.onClose()),this}send(t){this.readyState==="open"&&this.write(t)}onOpen(){this.readyState="open",this.writable=!0,super.emitReserved("open")}onData(t){let e=nt(t,this.socket.binaryType);this.onPacket(e)}onPacket(t){super.emitReserved("packet",t)}onClose(t){this.readyState="closed",super.emitReserved("close",t)}pause(t){}createUri(t,e={}){return t+"://"+this._hostname()+this._port()+this.opts.path+this._query(e)}_hostname(){let t=this.opts.hostname;return t.indexOf(":")===-1?t:"["+t+"]"}_port(){return this.opts.port&&(this.opts.secure&&Number(this.opts.port)!==443||!this.opts.secure&&Number(this.opts.port)!==80)?":"+this.opts.port:""}_query(t){let e=vs(t);return e.length?"?"+e:""}};var ot=class extends se{constructor(){super(...arguments),this._polling=!1}get name(){return"polling"}doOpen(){this._poll()}pause(t){this.readyState="pausing";let e=()=>{this.readyState="paused",t()};if(this._polling||!this.writable){let r=0;this._polling&&(r++,this.once("pollComplete",function(){--r||e()})),this.writable||(r++,this.once("drain",function(){--r||e()}))}else e()}_poll(){this._polling=!0,this.doPoll(),this.emitReserved("poll")}onData(t){let e=r=>{if(this.readyState==="opening"&&r.type==="open"&&this.onOpen(),r.type==="close")return this.onClose({description:"transport closed by the server"}),!1;this.onPacket(r)};us(t,this.socket.binaryType).forEach(e),this.readyState!=="closed"&&(this._polling=!1,this.emitReserved("pollComplete"),this.readyState==="open"&&this._poll())}doClose(){let t=()=>{this.write([{type:"close"}])};this.readyState==="open"?t():this.once("open",t)}write(t){this.writable=!1,ds(t,e=>{this.doWrite(e,()=>{this.writable=!0,this.emitReserved("drain")})})}uri(){let t=this.opts.secure?"https":"http",e=this.query||{};return this.opts.timestampRequests!==!1&&(e[this.opts.timestampParam]=Ut()),!this.supportsBinary&&!e.sid&&(e.b64=1),this.createUri(t,e)}};var ys=!1;try{ys=typeof XMLHttpRequest<"u"&&"withCredentials"in new XMLHttpRequest}catch{}var xs=ys;function Kn(){}var xr=class extends ot{constructor(t){if(super(t),typeof location<"u"){let e=location.protocol==="https:",r=location.port;r||(r=e?"443":"80"),this.xd=typeof location<"u"&&t.hostname!==location.hostname||r!==t.port}}doWrite(t,e){let r=this.request({method:"POST",data:t});r.on("success",e),r.on("error",(s,n)=>{this.onError("xhr post error",s,n)})}doPoll(){let t=this.request();t.on("data",this.onData.bind(this)),t.on("error",(e,r)=>{this.onError("xhr poll error",e,r)}),this.pollXhr=t}},ce=class i extends T{constructor(t,e,r){super(),this.createRequest=t,ie(this,r),this._opts=r,this._method=r.method||"GET",this._uri=e,this._data=r.data!==void 0?r.data:null,this._create()}_create(){var t;let e=Ht(this._opts,"agent","pfx","key","passphrase","cert","ca","ciphers","rejectUnauthorized","autoUnref");e.xdomain=!!this._opts.xd;let r=this._xhr=this.createRequest(e);try{r.open(this._method,this._uri,!0);try{if(this._opts.extraHeaders){r.setDisableHeaderCheck&&r.setDisableHeaderCheck(!0);for(let s in this._opts.extraHeaders)this._opts.extraHeaders.hasOwnProperty(s)&&r.setRequestHeader(s,this._opts.extraHeaders[s])}}catch{}if(this._method==="POST")try{r.setRequestHeader("Content-type","text/plain;charset=UTF-8")}catch{}try{r.setRequestHeader("Accept","*/*")}catch{}(t=this._opts.cookieJar)===null||t===void 0||t.addCookies(r),"withCredentials"in r&&(r.withCredentials=this._opts.withCredentials),this._opts.requestTimeout&&(r.timeout=this._opts.requestTimeout),r.onreadystatechange=()=>{var s;r.readyState===3&&((s=this._opts.cookieJar)===null||s===void 0||s.parseCookies(r.getResponseHeader("set-cookie"))),r.readyState===4&&(r.status===200||r.status===1223?this._onLoad():this.setTimeoutFn(()=>{this._onError(typeof r.status=="number"?r.status:0)},0))},r.send(this._data)}catch(s){this.setTimeoutFn(()=>{this._onError(s)},0);return}typeof document<"u"&&(this._index=i.requestsCount++,i.requests[this._index]=this)}_onError(t){this.emitReserved("error",t,this._xhr),this._cleanup(!0)}_cleanup(t){if(!(typeof this._xhr>"u"||this._xhr===null)){if(this._xhr.onreadystatechange=Kn,t)try{this._xhr.abort()}catch{}typeof document<"u"&&delete i.requests[this._index],this._xhr=null}}_onLoad(){let t=this._xhr.responseText;t!==null&&(this.emitReserved("data",t),this.emitReserved("success"),this._cleanup())}abort(){this._cleanup()}};ce.requestsCount=0;ce.requests={};if(typeof document<"u"){if(typeof attachEvent=="function")attachEvent("onunload",ws);else if(typeof addEventListener=="function"){let i="onpagehide"in N?"pagehide":"unload";addEventListener(i,ws,!1)}}function ws(){for(let i in ce.requests)ce.requests.hasOwnProperty(i)&&ce.requests[i].abort()}var Wn=(function(){let i=ks({xdomain:!1});return i&&i.responseType!==null})(),pe=class extends xr{constructor(t){super(t);let e=t&&t.forceBase64;this.supportsBinary=Wn&&!e}request(t={}){return Object.assign(t,{xd:this.xd},this.opts),new ce(ks,this.uri(),t)}};function ks(i){let t=i.xdomain;try{if(typeof XMLHttpRequest<"u"&&(!t||xs))return new XMLHttpRequest}catch{}if(!t)try{return new N[["Active"].concat("Object").join("X")]("Microsoft.XMLHTTP")}catch{}}var $s=typeof navigator<"u"&&typeof navigator.product=="string"&&navigator.product.toLowerCase()==="reactnative",kr=class extends se{get name(){return"websocket"}doOpen(){let t=this.uri(),e=this.opts.protocols,r=$s?{}:Ht(this.opts,"agent","perMessageDeflate","pfx","key","passphrase","cert","ca","ciphers","rejectUnauthorized","localAddress","protocolVersion","origin","maxPayload","family","checkServerIdentity");this.opts.extraHeaders&&(r.headers=this.opts.extraHeaders);try{this.ws=this.createSocket(t,e,r)}catch(s){return this.emitReserved("error",s)}this.ws.binaryType=this.socket.binaryType,this.addEventListeners()}addEventListeners(){this.ws.onopen=()=>{this.opts.autoUnref&&this.ws._socket.unref(),this.onOpen()},this.ws.onclose=t=>this.onClose({description:"websocket connection closed",context:t}),this.ws.onmessage=t=>this.onData(t.data),this.ws.onerror=t=>this.onError("websocket error",t)}write(t){this.writable=!1;for(let e=0;e<t.length;e++){let r=t[e],s=e===t.length-1;it(r,this.supportsBinary,n=>{try{this.doWrite(r,n)}catch{}s&&re(()=>{this.writable=!0,this.emitReserved("drain")},this.setTimeoutFn)})}}doClose(){typeof this.ws<"u"&&(this.ws.onerror=()=>{},this.ws.close(),this.ws=null)}uri(){let t=this.opts.secure?"wss":"ws",e=this.query||{};return this.opts.timestampRequests&&(e[this.opts.timestampParam]=Ut()),this.supportsBinary||(e.b64=1),this.createUri(t,e)}},wr=N.WebSocket||N.MozWebSocket,de=class extends kr{createSocket(t,e,r){return $s?new wr(t,e,r):e?new wr(t,e):new wr(t)}doWrite(t,e){this.ws.send(e)}};var Le=class extends se{get name(){return"webtransport"}doOpen(){try{this._transport=new WebTransport(this.createUri("https"),this.opts.transportOptions[this.name])}catch(t){return this.emitReserved("error",t)}this._transport.closed.then(()=>{this.onClose()}).catch(t=>{this.onError("webtransport error",t)}),this._transport.ready.then(()=>{this._transport.createBidirectionalStream().then(t=>{let e=fs(Number.MAX_SAFE_INTEGER,this.socket.binaryType),r=t.readable.pipeThrough(e).getReader(),s=hs();s.readable.pipeTo(t.writable),this._writer=s.writable.getWriter();let n=()=>{r.read().then(({done:p,value:d})=>{p||(this.onPacket(d),n())}).catch(p=>{})};n();let o={type:"open"};this.query.sid&&(o.data=`{"sid":"${this.query.sid}"}`),this._writer.write(o).then(()=>this.onOpen())})})}write(t){this.writable=!1;for(let e=0;e<t.length;e++){let r=t[e],s=e===t.length-1;this._writer.write(r).then(()=>{s&&re(()=>{this.writable=!0,this.emitReserved("drain")},this.setTimeoutFn)})}}doClose(){var t;(t=this._transport)===null||t===void 0||t.close()}};var $r={websocket:de,webtransport:Le,polling:pe};var Gn=/^(?:(?![^:@\/?#]+:[^:@\/]*@)(http|https|ws|wss):\/\/)?((?:(([^:@\/?#]*)(?::([^:@\/?#]*))?)?@)?((?:[a-f0-9]{0,4}:){2,7}[a-f0-9]{0,4}|[^:\/?#]*)(?::(\d*))?)(((\/(?:[^?#](?![^?#\/]*\.[^?#\/.]+(?:[?#]|$)))*\/?)?([^?#\/]*))(?:\?([^#]*))?(?:#(.*))?)/,Yn=["source","protocol","authority","userInfo","user","password","host","port","relative","path","directory","file","query","anchor"];function qe(i){if(i.length>8e3)throw"URI too long";let t=i,e=i.indexOf("["),r=i.indexOf("]");e!=-1&&r!=-1&&(i=i.substring(0,e)+i.substring(e,r).replace(/:/g,";")+i.substring(r,i.length));let s=Gn.exec(i||""),n={},o=14;for(;o--;)n[Yn[o]]=s[o]||"";return e!=-1&&r!=-1&&(n.source=t,n.host=n.host.substring(1,n.host.length-1).replace(/;/g,":"),n.authority=n.authority.replace("[","").replace("]","").replace(/;/g,":"),n.ipv6uri=!0),n.pathNames=Jn(n,n.path),n.queryKey=Xn(n,n.query),n}function Jn(i,t){let e=/\/{2,9}/g,r=t.replace(e,"/").split("/");return(t.slice(0,1)=="/"||t.length===0)&&r.splice(0,1),t.slice(-1)=="/"&&r.splice(r.length-1,1),r}function Xn(i,t){let e={};return t.replace(/(?:^|&)([^&=]*)=?([^&]*)/g,function(r,s,n){s&&(e[s]=n)}),e}var _r=typeof addEventListener=="function"&&typeof removeEventListener=="function",Vt=[];_r&&addEventListener("offline",()=>{Vt.forEach(i=>i())},!1);var Ee=class i extends T{constructor(t,e={}){var r,s;if(super(),this.binaryType=ms,this.writeBuffer=[],this._prevBufferLen=0,this._upgrades=[],this._pingInterval=-1,this._pingTimeout=-1,this._maxPayload=-1,this._pingTimeoutTime=1/0,t&&typeof t=="object"&&(e=t,t=null),t){let n=qe(t);e.hostname=n.host,e.secure=n.protocol==="https"||n.protocol==="wss",e.port=n.port,n.query&&(e.query=n.query)}else e.host&&(e.hostname=qe(e.host).host);if(ie(this,e),this.secure=e.secure!=null?e.secure:typeof location<"u"&&location.protocol==="https:",e.hostname&&!e.port&&(e.port=this.secure?"443":"80"),this.hostname=e.hostname||(typeof location<"u"?location.hostname:"localhost"),this.port=e.port||(typeof location<"u"&&location.port?location.port:this.secure?"443":"80"),e.transportImplementations&&e.transports)throw new Error("specifying both 'transportImplementations' and 'transports' options is not supported");e.transportImplementations||!((r=e.transports)===null||r===void 0)&&r.length&&typeof e.transports[0]=="function"?(this.transports=[],this._transportsByName=Object.create(null),((s=e.transportImplementations)!==null&&s!==void 0?s:e.transports).forEach(n=>{let o=n.prototype.name;this.transports.push(o),this._transportsByName[o]=n})):(this.transports=e.transports?[...e.transports]:["polling","websocket","webtransport"],this._transportsByName=$r),this.opts=Object.assign({path:"/engine.io",agent:!1,withCredentials:!1,upgrade:!0,timestampParam:"t",rememberUpgrade:!1,addTrailingSlash:!0,rejectUnauthorized:!0,perMessageDeflate:{threshold:1024},transportOptions:{},closeOnBeforeunload:!1},e),this.opts.path=this.opts.path.replace(/\/$/,"")+(this.opts.addTrailingSlash?"/":""),typeof this.opts.query=="string"&&(this.opts.query=bs(this.opts.query)),_r&&(this.opts.closeOnBeforeunload&&(this._beforeunloadEventListener=()=>{this.transport&&(this.transport.removeAllListeners(),this.transport.close())},addEventListener("beforeunload",this._beforeunloadEventListener,!1)),this.hostname!=="localhost"&&(this._offlineEventListener=()=>{this._onClose("transport close",{description:"network connection lost"})},Vt.push(this._offlineEventListener))),this.opts.withCredentials&&(this._cookieJar=void 0),this._open()}createTransport(t){let e=Object.assign({},this.opts.query);e.EIO=yr,e.transport=t,this.id&&(e.sid=this.id);let r=Object.assign({},this.opts,{query:e,socket:this,hostname:this.hostname,secure:this.secure,port:this.port},this.opts.transportOptions[t]);return new this._transportsByName[t](r)}_open(){if(this.transports.length===0){this.setTimeoutFn(()=>{this.emitReserved("error","No transports available")},0);return}let t=this.opts.rememberUpgrade&&i.priorWebsocketSuccess&&this.transports.indexOf("websocket")!==-1?"websocket":this.transports[0];this.readyState="opening";let e=this.createTransport(t);e.open(),this.setTransport(e)}setTransport(t){this.transport&&this.transport.removeAllListeners(),this.transport=t,t.on("drain",this._onDrain.bind(this)).on("packet",this._onPacket.bind(this)).on("error",this._onError.bind(this)).on("close",e=>this._onClose("transport close",e))}_probe(t){let e=this.createTransport(t),r=!1;i.priorWebsocketSuccess=!1;let s=()=>{r||(e.send([{type:"ping",data:"probe"}]),e.once("packet",v=>{if(!r)if(v.type==="pong"&&v.data==="probe"){if(this.upgrading=!0,this.emitReserved("upgrading",e),!e)return;i.priorWebsocketSuccess=e.name==="websocket",this.transport.pause(()=>{r||this.readyState!=="closed"&&($(),this.setTransport(e),e.send([{type:"upgrade"}]),this.emitReserved("upgrade",e),e=null,this.upgrading=!1,this.flush())})}else{let _=new Error("probe error");_.transport=e.name,this.emitReserved("upgradeError",_)}}))};function n(){r||(r=!0,$(),e.close(),e=null)}let o=v=>{let _=new Error("probe error: "+v);_.transport=e.name,n(),this.emitReserved("upgradeError",_)};function p(){o("transport closed")}function d(){o("socket closed")}function b(v){e&&v.name!==e.name&&n()}let $=()=>{e.removeListener("open",s),e.removeListener("error",o),e.removeListener("close",p),this.off("close",d),this.off("upgrading",b)};e.once("open",s),e.once("error",o),e.once("close",p),this.once("close",d),this.once("upgrading",b),this._upgrades.indexOf("webtransport")!==-1&&t!=="webtransport"?this.setTimeoutFn(()=>{r||e.open()},200):e.open()}onOpen(){if(this.readyState="open",i.priorWebsocketSuccess=this.transport.name==="websocket",this.emitReserved("open"),this.flush(),this.readyState==="open"&&this.opts.upgrade)for(let t=0;t<this._upgrades.length;t++)this._probe(this._upgrades[t])}_onPacket(t){if(this.readyState==="opening"||this.readyState==="open"||this.readyState==="closing")switch(this.emitReserved("packet",t),this.emitReserved("heartbeat"),t.type){case"open":this.onHandshake(JSON.parse(t.data));break;case"ping":this._sendPacket("pong"),this.emitReserved("ping"),this.emitReserved("pong"),this._resetPingTimeout();break;case"error":let e=new Error("server error");e.code=t.data,this._onError(e);break;case"message":this.emitReserved("data",t.data),this.emitReserved("message",t.data);break}}onHandshake(t){this.emitReserved("handshake",t),this.id=t.sid,this.transport.query.sid=t.sid,this._upgrades=this._filterUpgrades(t.upgrades),this._pingInterval=t.pingInterval,this._pingTimeout=t.pingTimeout,this._maxPayload=t.maxPayload,this.onOpen(),this.readyState!=="closed"&&this._resetPingTimeout()}_resetPingTimeout(){this.clearTimeoutFn(this._pingTimeoutTimer);let t=this._pingInterval+this._pingTimeout;this._pingTimeoutTime=Date.now()+t,this._pingTimeoutTimer=this.setTimeoutFn(()=>{this._onClose("ping timeout")},t),this.opts.autoUnref&&this._pingTimeoutTimer.unref()}_onDrain(){this.writeBuffer.splice(0,this._prevBufferLen),this._prevBufferLen=0,this.writeBuffer.length===0?this.emitReserved("drain"):this.flush()}flush(){if(this.readyState!=="closed"&&this.transport.writable&&!this.upgrading&&this.writeBuffer.length){let t=this._getWritablePackets();this.transport.send(t),this._prevBufferLen=t.length,this.emitReserved("flush")}}_getWritablePackets(){if(!(this._maxPayload&&this.transport.name==="polling"&&this.writeBuffer.length>1))return this.writeBuffer;let e=1;for(let r=0;r<this.writeBuffer.length;r++){let s=this.writeBuffer[r].data;if(s&&(e+=gs(s)),r>0&&e>this._maxPayload)return this.writeBuffer.slice(0,r);e+=2}return this.writeBuffer}_hasPingExpired(){if(!this._pingTimeoutTime)return!0;let t=Date.now()>this._pingTimeoutTime;return t&&(this._pingTimeoutTime=0,re(()=>{this._onClose("ping timeout")},this.setTimeoutFn)),t}write(t,e,r){return this._sendPacket("message",t,e,r),this}send(t,e,r){return this._sendPacket("message",t,e,r),this}_sendPacket(t,e,r,s){if(typeof e=="function"&&(s=e,e=void 0),typeof r=="function"&&(s=r,r=null),this.readyState==="closing"||this.readyState==="closed")return;r=r||{},r.compress=r.compress!==!1;let n={type:t,data:e,options:r};this.emitReserved("packetCreate",n),this.writeBuffer.push(n),s&&this.once("flush",s),this.flush()}close(){let t=()=>{this._onClose("forced close"),this.transport.close()},e=()=>{this.off("upgrade",e),this.off("upgradeError",e),t()},r=()=>{this.once("upgrade",e),this.once("upgradeError",e)};return(this.readyState==="opening"||this.readyState==="open")&&(this.readyState="closing",this.writeBuffer.length?this.once("drain",()=>{this.upgrading?r():t()}):this.upgrading?r():t()),this}_onError(t){if(i.priorWebsocketSuccess=!1,this.opts.tryAllTransports&&this.transports.length>1&&this.readyState==="opening")return this.transports.shift(),this._open();this.emitReserved("error",t),this._onClose("transport error",t)}_onClose(t,e){if(this.readyState==="opening"||this.readyState==="open"||this.readyState==="closing"){if(this.clearTimeoutFn(this._pingTimeoutTimer),this.transport.removeAllListeners("close"),this.transport.close(),this.transport.removeAllListeners(),_r&&(this._beforeunloadEventListener&&removeEventListener("beforeunload",this._beforeunloadEventListener,!1),this._offlineEventListener)){let r=Vt.indexOf(this._offlineEventListener);r!==-1&&Vt.splice(r,1)}this.readyState="closed",this.id=null,this.emitReserved("close",t,e),this.writeBuffer=[],this._prevBufferLen=0}}_filterUpgrades(t){let e=[];for(let r=0;r<t.length;r++)~this.transports.indexOf(t[r])&&e.push(t[r]);return e}};Ee.protocol=yr;var Xh=Ee.protocol;function _s(i,t="",e){let r=i;e=e||typeof location<"u"&&location,i==null&&(i=e.protocol+"//"+e.host),typeof i=="string"&&(i.charAt(0)==="/"&&(i.charAt(1)==="/"?i=e.protocol+i:i=e.host+i),/^(https?|wss?):\/\//.test(i)||(typeof e<"u"?i=e.protocol+"//"+i:i="https://"+i),r=qe(i)),r.port||(/^(http|ws)$/.test(r.protocol)?r.port="80":/^(http|ws)s$/.test(r.protocol)&&(r.port="443")),r.path=r.path||"/";let n=r.host.indexOf(":")!==-1?"["+r.host+"]":r.host;return r.id=r.protocol+"://"+n+":"+r.port+t,r.href=r.protocol+"://"+n+(e&&e.port===r.port?"":":"+r.port),r}var Ar={};js(Ar,{Decoder:()=>Cr,Encoder:()=>Tr,PacketType:()=>k,isPacketValid:()=>oo,protocol:()=>As});var Zn=typeof ArrayBuffer=="function",eo=i=>typeof ArrayBuffer.isView=="function"?ArrayBuffer.isView(i):i.buffer instanceof ArrayBuffer,Es=Object.prototype.toString,to=typeof Blob=="function"||typeof Blob<"u"&&Es.call(Blob)==="[object BlobConstructor]",ro=typeof File=="function"||typeof File<"u"&&Es.call(File)==="[object FileConstructor]";function lt(i){return Zn&&(i instanceof ArrayBuffer||eo(i))||to&&i instanceof Blob||ro&&i instanceof File}function at(i,t){if(!i||typeof i!="object")return!1;if(Array.isArray(i)){for(let e=0,r=i.length;e<r;e++)if(at(i[e]))return!0;return!1}if(lt(i))return!0;if(i.toJSON&&typeof i.toJSON=="function"&&arguments.length===1)return at(i.toJSON(),!0);for(let e in i)if(Object.prototype.hasOwnProperty.call(i,e)&&at(i[e]))return!0;return!1}function Ts(i){let t=[],e=i.data,r=i;return r.data=Ft(e,t),r.attachments=t.length,{packet:r,buffers:t}}function Ft(i,t,e){if(!i)return i;if(lt(i)){let r={_placeholder:!0,num:t.length};return t.push(i),r}else if(Array.isArray(i)){let r=new Array(i.length);for(let s=0;s<i.length;s++)r[s]=Ft(i[s],t);return r}else if(typeof i=="object"&&!(i instanceof Date)){if(i.toJSON&&typeof i.toJSON=="function"&&!e)return Ft(i.toJSON(),t,!0);let r={};for(let s in i)Object.prototype.hasOwnProperty.call(i,s)&&(r[s]=Ft(i[s],t));return r}return i}function Cs(i,t){return i.data=Er(i.data,t),delete i.attachments,i}function Er(i,t){if(!i)return i;if(i&&i._placeholder===!0){if(typeof i.num=="number"&&i.num>=0&&i.num<t.length)return t[i.num];throw new Error("illegal attachments")}else if(Array.isArray(i))for(let e=0;e<i.length;e++)i[e]=Er(i[e],t);else if(typeof i=="object")for(let e in i)Object.prototype.hasOwnProperty.call(i,e)&&(i[e]=Er(i[e],t));return i}var Ss=["connect","connect_error","disconnect","disconnecting","newListener","removeListener"],As=5,k;(function(i){i[i.CONNECT=0]="CONNECT",i[i.DISCONNECT=1]="DISCONNECT",i[i.EVENT=2]="EVENT",i[i.ACK=3]="ACK",i[i.CONNECT_ERROR=4]="CONNECT_ERROR",i[i.BINARY_EVENT=5]="BINARY_EVENT",i[i.BINARY_ACK=6]="BINARY_ACK"})(k||(k={}));var Tr=class{constructor(t){this.replacer=t}encode(t){return(t.type===k.EVENT||t.type===k.ACK)&&at(t)?this.encodeAsBinary({type:t.type===k.EVENT?k.BINARY_EVENT:k.BINARY_ACK,nsp:t.nsp,data:t.data,id:t.id}):[this.encodeAsString(t)]}encodeAsString(t){let e=""+t.type;return(t.type===k.BINARY_EVENT||t.type===k.BINARY_ACK)&&(e+=t.attachments+"-"),t.nsp&&t.nsp!=="/"&&(e+=t.nsp+","),t.id!=null&&(e+=t.id),t.data!=null&&(e+=JSON.stringify(t.data,this.replacer)),e}encodeAsBinary(t){let e=Ts(t),r=this.encodeAsString(e.packet),s=e.buffers;return s.unshift(r),s}},Cr=class i extends T{constructor(t){super(),this.opts=Object.assign({reviver:void 0,maxAttachments:10},typeof t=="function"?{reviver:t}:t)}add(t){let e;if(typeof t=="string"){if(this.reconstructor)throw new Error("got plaintext data when reconstructing a packet");e=this.decodeString(t);let r=e.type===k.BINARY_EVENT;r||e.type===k.BINARY_ACK?(e.type=r?k.EVENT:k.ACK,this.reconstructor=new Sr(e)):super.emitReserved("decoded",e)}else if(lt(t)||t.base64)if(this.reconstructor)e=this.reconstructor.takeBinaryData(t),e&&(this.reconstructor=null,super.emitReserved("decoded",e));else throw new Error("got binary data when not reconstructing a packet");else throw new Error("Unknown type: "+t)}decodeString(t){let e=0,r={type:Number(t.charAt(0))};if(k[r.type]===void 0)throw new Error("unknown packet type "+r.type);if(r.type===k.BINARY_EVENT||r.type===k.BINARY_ACK){let n=e+1;for(;t.charAt(++e)!=="-"&&e!=t.length;);let o=t.substring(n,e);if(o!=Number(o)||t.charAt(e)!=="-")throw new Error("Illegal attachments");let p=Number(o);if(!Rs(p)||p<1)throw new Error("Illegal attachments");if(p>this.opts.maxAttachments)throw new Error("too many attachments");r.attachments=p}if(t.charAt(e+1)==="/"){let n=e+1;for(;++e&&!(t.charAt(e)===","||e===t.length););r.nsp=t.substring(n,e)}else r.nsp="/";let s=t.charAt(e+1);if(s!==""&&Number(s)==s){let n=e+1;for(;++e;){let o=t.charAt(e);if(o==null||Number(o)!=o){--e;break}if(e===t.length)break}r.id=Number(t.substring(n,e+1))}if(t.charAt(++e)){let n=this.tryParse(t.substr(e));if(i.isPayloadValid(r.type,n))r.data=n;else throw new Error("invalid payload")}return r}tryParse(t){try{return JSON.parse(t,this.opts.reviver)}catch{return!1}}static isPayloadValid(t,e){switch(t){case k.CONNECT:return Bt(e);case k.DISCONNECT:return e===void 0;case k.CONNECT_ERROR:return typeof e=="string"||Bt(e);case k.EVENT:case k.BINARY_EVENT:return Array.isArray(e)&&(typeof e[0]=="number"||typeof e[0]=="string"&&Ss.indexOf(e[0])===-1);case k.ACK:case k.BINARY_ACK:return Array.isArray(e)}}destroy(){this.reconstructor&&(this.reconstructor.finishedReconstruction(),this.reconstructor=null)}},Sr=class{constructor(t){this.packet=t,this.buffers=[],this.reconPack=t}takeBinaryData(t){if(this.buffers.push(t),this.buffers.length===this.reconPack.attachments){let e=Cs(this.reconPack,this.buffers);return this.finishedReconstruction(),e}return null}finishedReconstruction(){this.reconPack=null,this.buffers=[]}};function io(i){return typeof i=="string"}var Rs=Number.isInteger||function(i){return typeof i=="number"&&isFinite(i)&&Math.floor(i)===i};function so(i){return i===void 0||Rs(i)}function Bt(i){return Object.prototype.toString.call(i)==="[object Object]"}function no(i,t){switch(i){case k.CONNECT:return t===void 0||Bt(t);case k.DISCONNECT:return t===void 0;case k.EVENT:return Array.isArray(t)&&(typeof t[0]=="number"||typeof t[0]=="string"&&Ss.indexOf(t[0])===-1);case k.ACK:return Array.isArray(t);case k.CONNECT_ERROR:return typeof t=="string"||Bt(t);default:return!1}}function oo(i){return io(i.nsp)&&so(i.id)&&no(i.type,i.data)}function D(i,t,e){return i.on(t,e),function(){i.off(t,e)}}var ao=Object.freeze({connect:1,connect_error:1,disconnect:1,disconnecting:1,newListener:1,removeListener:1}),De=class extends T{constructor(t,e,r){super(),this.connected=!1,this.recovered=!1,this.receiveBuffer=[],this.sendBuffer=[],this._queue=[],this._queueSeq=0,this.ids=0,this.acks={},this.flags={},this.io=t,this.nsp=e,r&&r.auth&&(this.auth=r.auth),this._opts=Object.assign({},r),this.io._autoConnect&&this.open()}get disconnected(){return!this.connected}subEvents(){if(this.subs)return;let t=this.io;this.subs=[D(t,"open",this.onopen.bind(this)),D(t,"packet",this.onpacket.bind(this)),D(t,"error",this.onerror.bind(this)),D(t,"close",this.onclose.bind(this))]}get active(){return!!this.subs}connect(){return this.connected?this:(this.subEvents(),this.io._reconnecting||this.io.open(),this.io._readyState==="open"&&this.onopen(),this)}open(){return this.connect()}send(...t){return t.unshift("message"),this.emit.apply(this,t),this}emit(t,...e){var r,s,n;if(ao.hasOwnProperty(t))throw new Error('"'+t.toString()+'" is a reserved event name');if(e.unshift(t),this._opts.retries&&!this.flags.fromQueue&&!this.flags.volatile)return this._addToQueue(e),this;let o={type:k.EVENT,data:e};if(o.options={},o.options.compress=this.flags.compress!==!1,typeof e[e.length-1]=="function"){let $=this.ids++,v=e.pop();this._registerAckCallback($,v),o.id=$}let p=(s=(r=this.io.engine)===null||r===void 0?void 0:r.transport)===null||s===void 0?void 0:s.writable,d=this.connected&&!(!((n=this.io.engine)===null||n===void 0)&&n._hasPingExpired());return this.flags.volatile&&!p||(d?(this.notifyOutgoingListeners(o),this.packet(o)):this.sendBuffer.push(o)),this.flags={},this}_registerAckCallback(t,e){var r;let s=(r=this.flags.timeout)!==null&&r!==void 0?r:this._opts.ackTimeout;if(s===void 0){this.acks[t]=e;return}let n=this.io.setTimeoutFn(()=>{delete this.acks[t];for(let p=0;p<this.sendBuffer.length;p++)this.sendBuffer[p].id===t&&this.sendBuffer.splice(p,1);e.call(this,new Error("operation has timed out"))},s),o=(...p)=>{this.io.clearTimeoutFn(n),e.apply(this,p)};o.withError=!0,this.acks[t]=o}emitWithAck(t,...e){return new Promise((r,s)=>{let n=(o,p)=>o?s(o):r(p);n.withError=!0,e.push(n),this.emit(t,...e)})}_addToQueue(t){let e;typeof t[t.length-1]=="function"&&(e=t.pop());let r={id:this._queueSeq++,tryCount:0,pending:!1,args:t,flags:Object.assign({fromQueue:!0},this.flags)};t.push((s,...n)=>(this._queue[0],s!==null?r.tryCount>this._opts.retries&&(this._queue.shift(),e&&e(s)):(this._queue.shift(),e&&e(null,...n)),r.pending=!1,this._drainQueue())),this._queue.push(r),this._drainQueue()}_drainQueue(t=!1){if(!this.connected||this._queue.length===0)return;let e=this._queue[0];e.pending&&!t||(e.pending=!0,e.tryCount++,this.flags=e.flags,this.emit.apply(this,e.args))}packet(t){t.nsp=this.nsp,this.io._packet(t)}onopen(){typeof this.auth=="function"?this.auth(t=>{this._sendConnectPacket(t)}):this._sendConnectPacket(this.auth)}_sendConnectPacket(t){this.packet({type:k.CONNECT,data:this._pid?Object.assign({pid:this._pid,offset:this._lastOffset},t):t})}onerror(t){this.connected||this.emitReserved("connect_error",t)}onclose(t,e){this.connected=!1,delete this.id,this.emitReserved("disconnect",t,e),this._clearAcks()}_clearAcks(){Object.keys(this.acks).forEach(t=>{if(!this.sendBuffer.some(r=>String(r.id)===t)){let r=this.acks[t];delete this.acks[t],r.withError&&r.call(this,new Error("socket has been disconnected"))}})}onpacket(t){if(t.nsp===this.nsp)switch(t.type){case k.CONNECT:t.data&&t.data.sid?this.onconnect(t.data.sid,t.data.pid):this.emitReserved("connect_error",new Error("It seems you are trying to reach a Socket.IO server in v2.x with a v3.x client, but they are not compatible (more information here: https://socket.io/docs/v3/migrating-from-2-x-to-3-0/)"));break;case k.EVENT:case k.BINARY_EVENT:this.onevent(t);break;case k.ACK:case k.BINARY_ACK:this.onack(t);break;case k.DISCONNECT:this.ondisconnect();break;case k.CONNECT_ERROR:this.destroy();let r=new Error(t.data.message);r.data=t.data.data,this.emitReserved("connect_error",r);break}}onevent(t){let e=t.data||[];t.id!=null&&e.push(this.ack(t.id)),this.connected?this.emitEvent(e):this.receiveBuffer.push(Object.freeze(e))}emitEvent(t){if(this._anyListeners&&this._anyListeners.length){let e=this._anyListeners.slice();for(let r of e)r.apply(this,t)}super.emit.apply(this,t),this._pid&&t.length&&typeof t[t.length-1]=="string"&&(this._lastOffset=t[t.length-1])}ack(t){let e=this,r=!1;return function(...s){r||(r=!0,e.packet({type:k.ACK,id:t,data:s}))}}onack(t){let e=this.acks[t.id];typeof e=="function"&&(delete this.acks[t.id],e.withError&&t.data.unshift(null),e.apply(this,t.data))}onconnect(t,e){this.id=t,this.recovered=e&&this._pid===e,this._pid=e,this.connected=!0,this.emitBuffered(),this._drainQueue(!0),this.emitReserved("connect")}emitBuffered(){this.receiveBuffer.forEach(t=>this.emitEvent(t)),this.receiveBuffer=[],this.sendBuffer.forEach(t=>{this.notifyOutgoingListeners(t),this.packet(t)}),this.sendBuffer=[]}ondisconnect(){this.destroy(),this.onclose("io server disconnect")}destroy(){this.subs&&(this.subs.forEach(t=>t()),this.subs=void 0),this.io._destroy(this)}disconnect(){return this.connected&&this.packet({type:k.DISCONNECT}),this.destroy(),this.connected&&this.onclose("io client disconnect"),this}close(){return this.disconnect()}compress(t){return this.flags.compress=t,this}get volatile(){return this.flags.volatile=!0,this}timeout(t){return this.flags.timeout=t,this}onAny(t){return this._anyListeners=this._anyListeners||[],this._anyListeners.push(t),this}prependAny(t){return this._anyListeners=this._anyListeners||[],this._anyListeners.unshift(t),this}offAny(t){if(!this._anyListeners)return this;if(t){let e=this._anyListeners;for(let r=0;r<e.length;r++)if(t===e[r])return e.splice(r,1),this}else this._anyListeners=[];return this}listenersAny(){return this._anyListeners||[]}onAnyOutgoing(t){return this._anyOutgoingListeners=this._anyOutgoingListeners||[],this._anyOutgoingListeners.push(t),this}prependAnyOutgoing(t){return this._anyOutgoingListeners=this._anyOutgoingListeners||[],this._anyOutgoingListeners.unshift(t),this}offAnyOutgoing(t){if(!this._anyOutgoingListeners)return this;if(t){let e=this._anyOutgoingListeners;for(let r=0;r<e.length;r++)if(t===e[r])return e.splice(r,1),this}else this._anyOutgoingListeners=[];return this}listenersAnyOutgoing(){return this._anyOutgoingListeners||[]}notifyOutgoingListeners(t){if(this._anyOutgoingListeners&&this._anyOutgoingListeners.length){let e=this._anyOutgoingListeners.slice();for(let r of e)r.apply(this,t.data)}}};function Te(i){i=i||{},this.ms=i.min||100,this.max=i.max||1e4,this.factor=i.factor||2,this.jitter=i.jitter>0&&i.jitter<=1?i.jitter:0,this.attempts=0}Te.prototype.duration=function(){var i=this.ms*Math.pow(this.factor,this.attempts++);if(this.jitter){var t=Math.random(),e=Math.floor(t*this.jitter*i);i=(Math.floor(t*10)&1)==0?i-e:i+e}return Math.min(i,this.max)|0};Te.prototype.reset=function(){this.attempts=0};Te.prototype.setMin=function(i){this.ms=i};Te.prototype.setMax=function(i){this.max=i};Te.prototype.setJitter=function(i){this.jitter=i};var Ie=class extends T{constructor(t,e){var r;super(),this.nsps={},this.subs=[],t&&typeof t=="object"&&(e=t,t=void 0),e=e||{},e.path=e.path||"/socket.io",this.opts=e,ie(this,e),this.reconnection(e.reconnection!==!1),this.reconnectionAttempts(e.reconnectionAttempts||1/0),this.reconnectionDelay(e.reconnectionDelay||1e3),this.reconnectionDelayMax(e.reconnectionDelayMax||5e3),this.randomizationFactor((r=e.randomizationFactor)!==null&&r!==void 0?r:.5),this.backoff=new Te({min:this.reconnectionDelay(),max:this.reconnectionDelayMax(),jitter:this.randomizationFactor()}),this.timeout(e.timeout==null?2e4:e.timeout),this._readyState="closed",this.uri=t;let s=e.parser||Ar;this.encoder=new s.Encoder,this.decoder=new s.Decoder,this._autoConnect=e.autoConnect!==!1,this._autoConnect&&this.open()}reconnection(t){return arguments.length?(this._reconnection=!!t,t||(this.skipReconnect=!0),this):this._reconnection}reconnectionAttempts(t){return t===void 0?this._reconnectionAttempts:(this._reconnectionAttempts=t,this)}reconnectionDelay(t){var e;return t===void 0?this._reconnectionDelay:(this._reconnectionDelay=t,(e=this.backoff)===null||e===void 0||e.setMin(t),this)}randomizationFactor(t){var e;return t===void 0?this._randomizationFactor:(this._randomizationFactor=t,(e=this.backoff)===null||e===void 0||e.setJitter(t),this)}reconnectionDelayMax(t){var e;return t===void 0?this._reconnectionDelayMax:(this._reconnectionDelayMax=t,(e=this.backoff)===null||e===void 0||e.setMax(t),this)}timeout(t){return arguments.length?(this._timeout=t,this):this._timeout}maybeReconnectOnOpen(){!this._reconnecting&&this._reconnection&&this.backoff.attempts===0&&this.reconnect()}open(t){if(~this._readyState.indexOf("open"))return this;this.engine=new Ee(this.uri,this.opts);let e=this.engine,r=this;this._readyState="opening",this.skipReconnect=!1;let s=D(e,"open",function(){r.onopen(),t&&t()}),n=p=>{this.cleanup(),this._readyState="closed",this.emitReserved("error",p),t?t(p):this.maybeReconnectOnOpen()},o=D(e,"error",n);if(this._timeout!==!1){let p=this._timeout,d=this.setTimeoutFn(()=>{s(),n(new Error("timeout")),e.close()},p);this.opts.autoUnref&&d.unref(),this.subs.push(()=>{this.clearTimeoutFn(d)})}return this.subs.push(s),this.subs.push(o),this}connect(t){return this.open(t)}onopen(){this.cleanup(),this._readyState="open",this.emitReserved("open");let t=this.engine;this.subs.push(D(t,"ping",this.onping.bind(this)),D(t,"data",this.ondata.bind(this)),D(t,"error",this.onerror.bind(this)),D(t,"close",this.onclose.bind(this)),D(this.decoder,"decoded",this.ondecoded.bind(this)))}onping(){this.emitReserved("ping")}ondata(t){try{this.decoder.add(t)}catch(e){this.onclose("parse error",e)}}ondecoded(t){re(()=>{this.emitReserved("packet",t)},this.setTimeoutFn)}onerror(t){this.emitReserved("error",t)}socket(t,e){let r=this.nsps[t];return r?this._autoConnect&&!r.active&&r.connect():(r=new De(this,t,e),this.nsps[t]=r),r}_destroy(t){let e=Object.keys(this.nsps);for(let r of e)if(this.nsps[r].active)return;this._close()}_packet(t){let e=this.encoder.encode(t);for(let r=0;r<e.length;r++)this.engine.write(e[r],t.options)}cleanup(){this.subs.forEach(t=>t()),this.subs.length=0,this.decoder.destroy()}_close(){this.skipReconnect=!0,this._reconnecting=!1,this.onclose("forced close")}disconnect(){return this._close()}onclose(t,e){var r;this.cleanup(),(r=this.engine)===null||r===void 0||r.close(),this.backoff.reset(),this._readyState="closed",this.emitReserved("close",t,e),this._reconnection&&!this.skipReconnect&&this.reconnect()}reconnect(){if(this._reconnecting||this.skipReconnect)return this;let t=this;if(this.backoff.attempts>=this._reconnectionAttempts)this.backoff.reset(),this.emitReserved("reconnect_failed"),this._reconnecting=!1;else{let e=this.backoff.duration();this._reconnecting=!0;let r=this.setTimeoutFn(()=>{t.skipReconnect||(this.emitReserved("reconnect_attempt",t.backoff.attempts),!t.skipReconnect&&t.open(s=>{s?(t._reconnecting=!1,t.reconnect(),this.emitReserved("reconnect_error",s)):t.onreconnect()}))},e);this.opts.autoUnref&&r.unref(),this.subs.push(()=>{this.clearTimeoutFn(r)})}}onreconnect(){let t=this.backoff.attempts;this._reconnecting=!1,this.backoff.reset(),this.emitReserved("reconnect",t)}};var ct={};function pt(i,t){typeof i=="object"&&(t=i,i=void 0),t=t||{};let e=_s(i,t.path||"/socket.io"),r=e.source,s=e.id,n=e.path,o=ct[s]&&n in ct[s].nsps,p=t.forceNew||t["force new connection"]||t.multiplex===!1||o,d;return p?d=new Ie(r,t):(ct[s]||(ct[s]=new Ie(r,t)),d=ct[s]),e.query&&!t.query&&(t.query=e.queryKey),d.socket(e.path,t)}Object.assign(pt,{Manager:Ie,Socket:De,io:pt,connect:pt});var lo="/bureau/api/session",co="/bureau/api/mot-de-passe",po=8e3,ze=class extends Error{};async function Kt(){let i=await Wt("GET");return i.ok?Ls(i):null}async function Os(i,t){return Ls(await Ps(Wt("POST",{login:i,password:t})))}async function Ms(i,t){await Ps(Wt("POST",{current:i,new:t},co))}async function Ns(){await Wt("DELETE")}async function Ps(i){let t=await i.catch(()=>{throw new ze(l.unreachable)});if(t.ok)return t;let{error:e}=await t.json().catch(()=>({}));throw new ze(e??l.unreachable)}async function Wt(i,t,e=lo){return fetch(e,{method:i,signal:AbortSignal.timeout(po),...t===void 0?{}:{body:JSON.stringify(t),headers:{"Content-Type":"application/json"}}})}async function Ls(i){let{agent:t}=await i.json();return t}var uo=1e4,ho=1e4,fo=5e3,Gt=class{constructor(t){this.socket=pt("/bureau",{autoConnect:!1,transports:["websocket","polling"],tryAllTransports:!0,reconnectionDelayMax:ho});this.closed=!1;this.options=t;let{onEvent:e}=t;this.socket.on("me",r=>e({type:"me",me:r})),this.socket.on("queue",r=>e({type:"queue",queue:r})),this.socket.on("conversation",r=>e({type:"conversation",conversation:r})),this.socket.on("message",r=>e({type:"message",message:r})),this.socket.on("note",r=>e({type:"note",note:r})),this.socket.on("typing",r=>e({type:"typing",typing:r})),this.socket.on("read",r=>e({type:"read",read:r})),this.socket.on("disconnect",()=>{e({type:"disconnected"}),this.checkSession()}),this.socket.on("connect_error",()=>{e({type:"disconnected"}),this.checkSession()})}open(){this.socket.connect()}close(){this.closed=!0,clearTimeout(this.retryTimer),this.socket.off(),this.socket.disconnect()}async ask(t,e){try{return await this.send(t,e)}catch{return{ok:!1,error:l.unreachable}}}async send(t,e){return this.socket.timeout(uo).emitWithAck(t,e)}tell(t,e){this.socket.connected&&this.ask(t,e)}async checkSession(){if(this.socket.active)return;let t=await Kt().catch(()=>{});this.closed||(t===null?this.options.onSignedOut():this.retryTimer=setTimeout(()=>this.socket.connect(),fo))}};var Yt=class{constructor(t){this.sentAt=null;this.send=t}typed(){let t=Date.now();(this.sentAt===null||t-this.sentAt>=3e3)&&(this.sentAt=t,this.send(!0)),clearTimeout(this.pause),this.pause=setTimeout(()=>this.stop(),5e3)}stop(){clearTimeout(this.pause),this.sentAt!==null&&(this.sentAt=null,this.send(!1))}};var mo=6e3,Jt=class{constructor(t,e){this.typing=new Yt(t=>{this.writtenIn!==null&&this.connection.tell("typing",{case_id:this.writtenIn,active:t})});this.writtenIn=null;this.read=new Map;this.clients=new Map;this.connection=t,this.onClientStopped=e}wrote(t,e){this.writtenIn!==t&&this.stopWriting(),this.writtenIn=t,e?this.typing.typed():this.typing.stop()}stopWriting(){this.typing.stop()}hasRead(t,e){e<=(this.read.get(t)??0)||(this.read.set(t,e),this.connection.tell("read",{case_id:t,seq:e}))}heardClient(t){clearTimeout(this.clients.get(t)),this.clients.set(t,setTimeout(()=>this.onClientStopped(t),mo))}stop(){this.typing.stop();for(let t of this.clients.values())clearTimeout(t)}};var go=15e3,O=class extends y{constructor(){super(...arguments);this.connection=new Gt({onEvent:e=>this.handleEvent(e),onSignedOut:()=>this.dispatchEvent(new CustomEvent("bureau-signed-out"))});this.outbox=new $t({deliver:(e,{caseId:r,text:s})=>this.connection.send("write",{case_id:r,id:e,text:s}),onChange:()=>this.outgoing=this.outbox.entries,onRefused:e=>this.announcer?.announce(S.notSent(e))});this.chime=new Dt;this.signs=new Jt(this.connection,e=>{let r={case_id:e,active:!1};this.desk=Ne(this.desk,{type:"typing",typing:r})});this.taken=null;this.drafts=new Map;this.desk=Pi;this.outgoing=[];this.replies=[];this.error=null;this.opened=new Map;this.now=Date.now();this.handleKeydown=e=>{e.key==="Escape"&&!e.defaultPrevented&&this.leaveField(e);let r=we("raccourcis")?ii(e,e.composedPath()):null;r!==null&&(e.preventDefault(),this.run(r))}}connectedCallback(){super.connectedCallback(),this.connection.open(),this.clock=setInterval(()=>this.now=Date.now(),go),document.addEventListener("keydown",this.handleKeydown),Bi().then(e=>{e.ok&&(this.replies=e.replies)})}disconnectedCallback(){super.disconnectedCallback(),this.connection.close(),this.announcer?.stop(),this.signs.stop(),clearInterval(this.clock),document.removeEventListener("keydown",this.handleKeydown),cr(0)}firstUpdated(){this.announcer=new kt([this.announcerA,this.announcerB],"agent")}updated(e){e.has("desk")&&(cr(Li(this.desk)),this.writeInTaken())}handleEvent(e){let r=this.desk;switch(this.desk=Ne(r,e),this.announcer?.announce(...qi(r,this.desk)),Di(r,this.desk,!document.hidden)&&we("son")&&this.chime.play(),e.type){case"queue":this.follow(r);break;case"conversation":for(let{id:s}of e.conversation.messages)this.outbox.remove(s);break;case"message":this.outbox.remove(e.message.message.id);break;case"typing":this.signs.heardClient(e.typing.case_id);break;case"disconnected":this.outbox.pause(),r.connected&&this.announcer?.announce(l.disconnected);break}}follow(e){let r=!e.connected;for(let{id:s,mine:n}of this.desk.cases??[])(n||s===this.desk.shown?.id)&&(r||!(s in this.desk.conversations))&&this.connection.ask("open",{case_id:s});r&&(this.outbox.resume(),e.cases&&this.announcer?.announce(l.reconnected))}handleSeen({detail:{caseId:e,seq:r}}){let{shown:s,connected:n}=this.desk;s?.id!==e||!s.mine||!n||!mr(this.desk)||this.signs.hasRead(e,r)}handleShow(e){this.show(e.detail),this.updateComplete.then(()=>this.caseElement?.focus())}handleBack(){let e=this.desk.shown;this.show(null),this.updateComplete.then(()=>this.side?.focusCase(e?.id))}handleDraft({detail:e}){let{shown:r}=this.desk;r&&(this.signs.wrote(r.id,e),e?this.drafts.set(r.id,e):this.drafts.delete(r.id))}handleSend(e){this.desk.shown&&this.outbox.add({caseId:this.desk.shown.id,text:e.detail})}async handleCommand({detail:e}){let{shown:r}=this.desk;if(!r)return;let s=await this.connection.ask(e,{case_id:r.id});this.error=s.ok?null:s.error,!(this.error||this.desk.shown?.id!==r.id)&&(e==="take"?this.taken=r.id:this.handleBack(),this.writeInTaken())}writeInTaken(){let{shown:e}=this.desk;!e?.mine||e.id!==this.taken||(this.taken=null,this.caseElement?.updateComplete.then(()=>this.caseElement?.focus()))}async handlePresence({detail:e}){let{me:r}=this.desk;if(!r)return;this.desk=Ne(this.desk,{type:"me",me:{...r,...e}});let s=await this.connection.ask("presence",e);this.error=s.ok?null:s.error,s.ok||(this.desk=Ne(this.desk,{type:"me",me:r}))}async handleOpenValue({detail:e}){let{shown:r}=this.desk;if(!r)return;let s=await this.connection.ask("open_value",{case_id:r.id,...e});this.desk.shown?.id===r.id&&(this.error=s.ok?null:s.error,s.ok&&(this.opened=new Map([...this.opened,[Lt(e),s.value]])))}handleHideValue({detail:e}){this.opened=new Map([...this.opened].filter(([r])=>r!==Lt(e)))}leaveField(e){let r=e.composedPath();this.caseElement===null||!r.includes(this.caseElement)||r.some(s=>s instanceof HTMLDialogElement)||this.caseElement.focusHeading()}run(e){let{cases:r}=this.desk;switch(e){case"first":return this.showAndFocus(_e(r??[]).waiting[0]??null);case"next":return this.showAndFocus(gr(this.desk,1));case"previous":return this.showAndFocus(gr(this.desk,-1));case"list":return void this.side?.focusCase(this.desk.shown?.id);case"call_backs":return void this.side?.choose("callBacks");case"help":return this.bar?.showShortcuts();case"write":return this.caseElement?.focus();case"note":return void this.caseElement?.focusNote();default:return this.caseElement?.press(e)}}showAndFocus(e){e&&(this.show(e),this.updateComplete.then(()=>this.caseElement?.focusHeading()))}show(e){this.error=null,this.opened=new Map,this.taken=null,this.signs.stopWriting(),this.desk=Ne(this.desk,{type:"shown",case:e}),e&&this.connection.ask("open",{case_id:e.id}).then(r=>{this.error=r.ok?null:r.error})}pending(e){return this.outgoing.filter(({content:r})=>r.caseId===e.id).map(({id:r,status:s,error:n,content:o})=>({id:r,text:o.text,editable:!0,waiting:s==="queued"&&!this.desk.connected,error:n??null}))}render(){let{cases:e,shown:r,unread:s,connected:n,me:o,agents:p,open:d,callBacksDue:b}=this.desk;return c`
      <main class=${r?"case-shown":""}>
        ${e&&!n?c`<p class="banner">${l.disconnected}</p>`:u}
        <div role="alert">${this.error?c`<p class="error">${this.error}</p>`:u}</div>
        ${o?c`<bureau-bar
                role="group"
                aria-label=${l.presence.label}
                .me=${o}
                .colleagues=${this.colleagues(p)}
                @bureau-presence=${this.handlePresence}
              ></bureau-bar>`:u}
        <div class="columns">
          ${e?c`<bureau-side
                  .cases=${e}
                  .shown=${r}
                  .unread=${s}
                  .open=${d}
                  .callBacksDue=${b}
                  .now=${this.now}
                  @bureau-show=${this.handleShow}
                ></bureau-side>`:c`<p class="empty">${l.connecting}</p>`}
          ${r?this.renderCase(r):c`<p class="empty">${l.nothingShown}</p>`}
        </div>
      </main>
      <div class="announcer-a visually-hidden" aria-live="polite"></div>
      <div class="announcer-b visually-hidden" aria-live="polite"></div>
    `}colleagues(e){return e.filter(({id:r,connected:s})=>s&&r!==this.agent.id)}renderCase(e){return c`<bureau-case
      .case=${e}
      .conversation=${Pe(this.desk,e.id)}
      .pending=${this.pending(e)}
      .opened=${this.opened}
      .left=${!mr(this.desk)}
      .draft=${this.drafts.get(e.id)??""}
      .replies=${this.replies}
      .colleagues=${this.colleagues(this.desk.agents)}
      .supervises=${this.agent.role==="supervisor"}
      .connection=${this.connection}
      .now=${this.now}
      @bureau-command=${this.handleCommand}
      @bureau-open=${this.handleOpenValue}
      @bureau-hide=${this.handleHideValue}
      @bureau-seen=${this.handleSeen}
      @bureau-back=${this.handleBack}
      @bureau-draft=${this.handleDraft}
      @portail-send=${this.handleSend}
      @portail-retry=${r=>this.outbox.retry(r.detail.id)}
      @portail-withdraw=${r=>this.outbox.remove(r.detail.id)}
    ></bureau-case>`}};O.styles=[w,Vi],a([g("bureau-bar")],O.prototype,"bar",2),a([g("bureau-side")],O.prototype,"side",2),a([g("bureau-case")],O.prototype,"caseElement",2),a([g(".announcer-a")],O.prototype,"announcerA",2),a([g(".announcer-b")],O.prototype,"announcerB",2),a([f()],O.prototype,"desk",2),a([f()],O.prototype,"outgoing",2),a([f()],O.prototype,"replies",2),a([f()],O.prototype,"error",2),a([f()],O.prototype,"opened",2),a([f()],O.prototype,"now",2),a([h({attribute:!1})],O.prototype,"agent",2),O=a([x("bureau-desk")],O);var qs=m`
  :host {
    all: initial;
    display: block;
    color: var(--portail-text);
    color-scheme: light dark;
    /* The reader's own text size, whatever the page around it does to its rem. */
    font-family:
      ui-sans-serif,
      system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      "Helvetica Neue",
      Arial,
      sans-serif;
    font-size: medium;
    line-height: 1.45;

    --portail-surface: #ffffff;
    --portail-surface-sunken: #f4f7f7;
    --portail-surface-raised: #ffffff;
    --portail-text: #13252b;
    --portail-text-quiet: #4a5f66;
    --portail-line: #dbe4e6;
    --portail-line-control: #74888f;

    --portail-accent: #0b5f63;
    --portail-accent-strong: #084a4d;
    --portail-accent-soft: #e2f0ef;
    --portail-on-accent: #ffffff;

    --portail-mine: #0b5f63;
    --portail-on-mine: #ffffff;
    --portail-agent-soft: #e9eefb;
    --portail-agent: #3550a0;
    --portail-caution-soft: #fff4dc;
    --portail-caution: #6b4700;
    --portail-danger-soft: #fdecea;
    --portail-danger: #a3221a;
    --portail-success: #1c6b3c;

    --portail-focus: #0b5f63;
    --portail-radius-small: 8px;
    --portail-radius: 16px;
    --portail-radius-round: 999px;
    --portail-shadow: 0 1px 2px rgb(9 38 43 / 8%), 0 12px 40px rgb(9 38 43 / 20%);

    /* Relative to the text, so that a larger text keeps its proportions. */
    --portail-text-small: 0.8125em;
    --portail-text-medium: 0.875em;
    /* WCAG 2.2 asks for 24 px; a thumb asks for 44. */
    --portail-target: 44px;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --portail-surface: #10191c;
      --portail-surface-sunken: #0b1214;
      --portail-surface-raised: #1a2629;
      --portail-text: #e8eff0;
      --portail-text-quiet: #a2b4b9;
      --portail-line: #2b3a3e;
      --portail-line-control: #7b9096;

      --portail-accent: #6fcfc9;
      --portail-accent-strong: #93dfda;
      --portail-accent-soft: #16393a;
      --portail-on-accent: #05262a;

      --portail-mine: #1d5a5c;
      --portail-on-mine: #effbfa;
      --portail-agent-soft: #232f50;
      --portail-agent: #b3c4ff;
      --portail-caution-soft: #3a2e12;
      --portail-caution: #f5d58f;
      --portail-danger-soft: #44201d;
      --portail-danger: #ffb4ab;
      --portail-success: #86d7a3;

      --portail-focus: #93dfda;
      --portail-shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 12px 40px rgb(0 0 0 / 60%);
    }
  }
`;var{changePassword:F}=l,I=class extends y{constructor(){super(...arguments);this.error=null;this.busy=!1;this.shown=!1;this.done=!1}handleOpen(){this.error=null,this.done=this.shown=!1,this.dialog.showModal()}handleClosed(){this.done||(this.current.value=this.next.value="")}async handleSubmit(e){if(e.preventDefault(),this.busy)return;let[r,s]=[this.current.value,this.next.value];if(!r||!s){this.error=F.incomplete,(r?this.next:this.current).focus();return}this.busy=!0,this.error=null;try{await Ms(r,s),this.done=!0,await this.updateComplete,this.closeButton.focus()}catch(n){if(!(n instanceof ze))throw n;this.error=n.message}finally{this.busy=!1}}render(){return c`
      <button type="button" @click=${this.handleOpen}>${F.open}</button>
      <dialog aria-labelledby="title" @close=${this.handleClosed}>
        <h2 id="title">${F.title}</h2>
        <div role="alert">${this.error?c`<p class="error">${this.error}</p>`:u}</div>
        <div role="status">${this.done?c`<p>${F.done}</p>`:u}</div>
        ${this.done?this.renderDone():this.renderForm()}
      </dialog>
    `}renderDone(){return c`
      <div class="answers">
        <button class="primary" @click=${()=>this.dialog.close()}>${F.close}</button>
      </div>
    `}renderForm(){let e=this.shown?"text":"password";return c`
      <form novalidate @submit=${this.handleSubmit}>
        <p>${F.effect}</p>
        <label for="current">${F.current}</label>
        <input
          id="current"
          name="current"
          type=${e}
          autocomplete="current-password"
          maxlength="200"
          required
        />
        <label for="new">${F.new}</label>
        <input
          id="new"
          name="new"
          type=${e}
          autocomplete="new-password"
          maxlength="200"
          aria-describedby="hint"
          required
        />
        <p id="hint">${F.hint}</p>
        <label class="show">
          <input
            type="checkbox"
            .checked=${this.shown}
            @change=${()=>this.shown=!this.shown}
          />
          ${F.show}
        </label>
        <div class="answers">
          <button type="button" @click=${()=>this.dialog.close()}>${l.cancel}</button>
          <button class="primary" type="submit">${F.save}</button>
        </div>
      </form>
    `}};I.styles=[w,m`
      dialog {
        inline-size: min(420px, 100vw - 32px);
        padding: 24px;
        border: 1px solid var(--portail-line);
        border-radius: 20px;
        background: var(--portail-surface);
        color: inherit;
        box-shadow: var(--portail-shadow);
      }

      dialog::backdrop {
        background: rgb(9 25 29 / 45%);
      }

      h2 {
        margin: 0;
        font-size: 1.125em;
        font-weight: 650;
        line-height: 1.3;
      }

      p {
        margin: 6px 0 0;
        color: var(--portail-text-quiet);
      }

      .error {
        padding: 10px 14px;
        border-radius: var(--portail-radius-small);
        background: var(--portail-danger-soft);
        color: var(--portail-danger);
      }

      label {
        display: block;
        margin-block: 16px 6px;
        font-size: var(--portail-text-medium);
        font-weight: 600;
      }

      input {
        inline-size: 100%;
        min-block-size: 48px;
        padding: 8px 14px;
        border: 1px solid var(--portail-line-control);
        border-radius: 12px;
        background: var(--portail-surface);
        color: inherit;
        font: inherit;
      }

      .show {
        display: flex;
        gap: 8px;
        align-items: center;
        min-block-size: var(--portail-target);
        margin: 4px 0 0;
        font-weight: 400;
      }

      .show input {
        inline-size: 20px;
        min-block-size: 20px;
        margin: 0;
      }

      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        justify-content: flex-end;
        margin-block-start: 16px;
      }

      @media (forced-colors: active) {
        .error {
          border: 1px solid CanvasText;
        }
      }
    `],a([g("dialog")],I.prototype,"dialog",2),a([g("[name=current]")],I.prototype,"current",2),a([g("[name=new]")],I.prototype,"next",2),a([g("button.primary")],I.prototype,"closeButton",2),a([f()],I.prototype,"error",2),a([f()],I.prototype,"busy",2),a([f()],I.prototype,"shown",2),a([f()],I.prototype,"done",2),I=a([x("bureau-password")],I);var Rr=[{path:"/bureau",name:l.pages.desk,roles:["agent","supervisor"]},{path:"/bureau/equipe",name:l.pages.team,roles:["supervisor"]},{path:"/bureau/gestion",name:l.pages.figures,roles:["supervisor","manager"]},{path:"/bureau/incompris",name:l.pages.inbox,roles:["supervisor","manager"]}];function Ds(i){return Rr.find(({path:t})=>t===i)}function Or(i){return Rr.filter(({roles:t})=>t.includes(i))}function Is(i,t){let e=Or(t),[r]=Rr;return i!==r?.path||e.includes(r)?null:e[0]?.path??null}var He=class extends y{render(){let t=Ds(location.pathname),e=Or(this.agent.role).filter(r=>r!==t);return c`
      <header>
        <span class="mark">${St}</span>
        <h1>${t?.name??l.product}</h1>
        <nav aria-label=${l.pages.label}>
          ${e.map(({path:r,name:s})=>c`<a href=${r} target="_blank" rel="noopener"
                >${s}<span class="visually-hidden"> ${l.pages.newTab}</span></a
              >`)}
        </nav>
        <slot></slot>
        <span class="agent">${this.agent.name}</span>
        <bureau-password></bureau-password>
        <button
          type="button"
          @click=${()=>this.dispatchEvent(new CustomEvent("bureau-sign-out"))}
        >
          ${l.signOut}
        </button>
      </header>
    `}};He.styles=[w,m`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
        padding: 8px 20px;
        border-block-end: 1px solid var(--portail-line);
        background: var(--portail-surface);
      }

      .mark {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 36px;
        block-size: 36px;
        border-radius: 10px;
        background: var(--portail-accent);
        color: var(--portail-on-accent);
      }

      h1 {
        margin: 0;
        font-size: 1.125em;
        font-weight: 650;
      }

      nav {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin-inline-start: 12px;
      }

      a {
        padding-block: 8px;
        font-weight: 500;
      }

      .agent {
        min-inline-size: 0;
        /* Room for a letter that leans out, such as a J. */
        padding-inline-start: 2px;
        overflow: hidden;
        color: var(--portail-text-quiet);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      @media (max-width: 50em) {
        header {
          padding-inline: 12px;
        }

        .mark {
          display: none;
        }
      }
    `],a([h({attribute:!1})],He.prototype,"agent",2),He=a([x("bureau-header")],He);var zs=m`
  main {
    display: grid;
    place-items: center;
    min-block-size: 100dvh;
    padding: 24px 16px;
  }

  form,
  .card {
    display: flex;
    flex-direction: column;
    inline-size: min(380px, 100%);
    padding: 32px 28px;
    border: 1px solid var(--portail-line);
    border-radius: 20px;
    background: var(--portail-surface);
    box-shadow: var(--portail-shadow);
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    margin-block-end: 16px;
    border-radius: 14px;
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  h1 {
    margin: 0;
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
  }

  .subtitle {
    margin: 4px 0 12px;
    color: var(--portail-text-quiet);
  }

  .error {
    margin: 8px 0 0;
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  label {
    margin-block: 16px 6px;
    font-size: var(--portail-text-medium);
    font-weight: 600;
  }

  input {
    min-block-size: 48px;
    padding: 8px 14px;
    border: 1px solid var(--portail-line-control);
    border-radius: 12px;
    background: var(--portail-surface);
    color: inherit;
    font: inherit;
  }

  button {
    min-block-size: 48px;
    margin-block-start: 24px;
  }

  @media (forced-colors: active) {
    .error {
      border: 1px solid CanvasText;
    }
  }
`;var G=class extends y{constructor(){super(...arguments);this.error=null;this.busy=!1;this.notice=null}firstUpdated(){document.title=l.product,this.login.focus()}async handleSubmit(e){if(e.preventDefault(),this.busy)return;let r=this.login.value.trim(),s=this.password.value;if(!r||!s){this.error=l.signInIncomplete,(r?this.password:this.login).focus();return}this.busy=!0,this.error=null;try{let n=await Os(r,s);this.dispatchEvent(new CustomEvent("bureau-signed-in",{detail:n}))}catch(n){this.error=n.message,this.password.select()}finally{this.busy=!1}}render(){let e=this.error??this.notice;return c`
      <main>
        <form novalidate @submit=${this.handleSubmit}>
          <span class="mark">${St}</span>
          <h1>${l.signInTitle}</h1>
          <p class="subtitle">${l.subtitle}</p>
          <div role="alert">${e?c`<p class="error">${e}</p>`:u}</div>
          <label for="login">${l.login}</label>
          <input
            id="login"
            name="login"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
          />
          <label for="password">${l.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
          <button class="primary" type="submit">
            ${this.busy?l.signingIn:l.signIn}
          </button>
        </form>
      </main>
    `}};G.styles=[w,zs],a([g("[name=login]")],G.prototype,"login",2),a([g("[name=password]")],G.prototype,"password",2),a([f()],G.prototype,"error",2),a([f()],G.prototype,"busy",2),a([h({attribute:!1})],G.prototype,"notice",2),G=a([x("bureau-sign-in")],G);var Mr=m`
  html {
    color-scheme: light dark;
  }

  body {
    margin: 0;
  }
`,Hs=m`
  /* As high as the window: a content that is higher scrolls within itself. */
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
    background: var(--portail-surface-sunken);
  }

  .notice {
    margin: 0;
    padding: 10px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }
`;var ue=class extends y{constructor(){super(...arguments);this.notice=null;this.content=""}connectedCallback(){super.connectedCallback(),Mr.styleSheet&&document.adoptedStyleSheets.push(Mr.styleSheet),Kt().catch(()=>null).then(e=>this.admit(e))}admit(e){let r=e&&Is(location.pathname,e.role);r?location.replace(r):this.agent=e}handleSignedIn(e){this.admit(e.detail),this.notice=null}async handleSignOut(){try{await Ns(),this.agent=null,this.notice=null}catch{this.notice=l.unreachable}}handleSignedOut(){this.agent=null,this.notice=l.sessionEnded}contentFor(e){return this.made?.agent!==e&&(this.made=Object.assign(document.createElement(this.content),{agent:e}),this.made.addEventListener("bureau-signed-out",()=>this.handleSignedOut())),this.made}render(){return this.agent===void 0?u:this.agent===null?c`<bureau-sign-in
        .notice=${this.notice}
        @bureau-signed-in=${this.handleSignedIn}
      ></bureau-sign-in>`:c`
      <bureau-header .agent=${this.agent} @bureau-sign-out=${this.handleSignOut}></bureau-header>
      <div role="alert">${this.notice?c`<p class="notice">${this.notice}</p>`:u}</div>
      ${this.contentFor(this.agent)}
    `}};ue.styles=[qs,Hs],a([f()],ue.prototype,"agent",2),a([f()],ue.prototype,"notice",2),a([h()],ue.prototype,"content",2),ue=a([x("bureau-page")],ue);})();
