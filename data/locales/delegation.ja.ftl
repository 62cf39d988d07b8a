### 代表団の構成と担当

command-people = 代表団の名簿（氏名・役職で検索）
button-find = 🔎 検索
delegation-heading = 👥 代表団の参加者：{ $count }名
delegation-found = 🔎 「{ $query }」：{ $count }件
delegation-nobody = 見つかりませんでした。氏名、役職、所属の一部で試してください。
delegation-find = 氏名、役職、所属のいずれかを入力してください。一部でもかまいません。
